Su pedido en ${site.name} se ha cancelado: ${service}

Hola:

su pedido de «${service}» (número ${number}) se ha cancelado. No se ha pagado nada, y los ${back} que estaban apartados ya no lo están.
<#if reason??>
El motivo: ${reason}
</#if>
Su pedido y su saldo:

    ${site.url}/account/order?id=${number}
