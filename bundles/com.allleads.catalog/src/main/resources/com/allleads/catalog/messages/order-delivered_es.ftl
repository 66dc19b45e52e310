Su pedido en ${site.name} se ha entregado: ${service}

Hola:

su pedido de «${service}» se ha entregado<#if delivered != ordered> en parte, y no se entregará más de él</#if>.

    Pedido: ${ordered}
    Entregado: ${delivered}
    Pagado de lo que estaba apartado en su saldo: ${paid}
    De vuelta en su saldo: ${back}
    El número del pedido: ${number}

Para imprimir o guardar el recibo:

    ${site.url}/account/order?id=${number}

¿Algo no se entregó como lo pidió? Díganoslo.
