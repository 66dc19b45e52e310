Su pago de ${amount} en ${site.name}

Hola:

hemos cobrado ${amount} en su tarjeta a través de ${processor}, y su saldo ha aumentado en esa cantidad. El número del pago es ${number}.

Para imprimir o guardar el recibo:

    ${site.url}/account/payment-receipt?id=${number}

¿No ha pedido este pago? Revise sus dispositivos y tarjetas, y díganoslo:

    ${site.url}/account
