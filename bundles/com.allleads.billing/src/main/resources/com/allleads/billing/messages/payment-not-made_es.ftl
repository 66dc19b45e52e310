No se ha cobrado nada en ${site.name}

Hola:

usted quería recargar ${amount}, y no pudimos decirle si se había cobrado en su tarjeta. Ahora se sabe: no se ha cobrado nada, ni se
cobrará. El número del pago es ${number}.

Puede volver a intentarlo, con esta tarjeta o con otra:

    ${site.url}/account/balance
