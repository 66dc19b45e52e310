Your order at ${site.name} was delivered: ${service}

Hello,

your order of "${service}" was delivered<#if delivered != ordered> in part, and nothing more of it will be</#if>.

    Ordered: ${ordered}
    Delivered: ${delivered}
    Paid from what was set aside on your balance: ${paid}
    Back on your balance: ${back}
    The order's number: ${number}

To print or keep the receipt:

    ${site.url}/account/order?id=${number}

Something was not delivered as you ordered it? Tell us.
