Su banco ha retirado ${amount} de ${site.name}

Hola:

el banco de su tarjeta ha retirado ${amount} que usted había pagado a través de ${processor} (número ${number}). Lo que de ello
quedaba en su saldo se ha descontado. Su extracto muestra cuánto:

    ${site.url}/account/balance
