No se ha cobrado nada en ${site.name}

Hola:

su saldo debía recargarse con ${amount}, por usted o automáticamente, como lo tenía fijado. Ahora se sabe: no se ha cobrado nada, ni se
cobrará. El número del pago es ${number}.

Puede volver a intentarlo, con esta tarjeta o con otra:

    ${site.url}/account/balance
