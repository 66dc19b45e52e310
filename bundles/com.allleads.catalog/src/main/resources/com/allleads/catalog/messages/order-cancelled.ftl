Your order at ${site.name} was cancelled: ${service}

Hello,

your order of "${service}" (number ${number}) was cancelled. Nothing was paid, and the ${back} that was set aside is not held any more.
<#if reason??>
The reason: ${reason}
</#if>
Your order and your balance:

    ${site.url}/account/order?id=${number}
