Your payment of ${amount} at ${site.name}

Hello,

your card was charged ${amount} through ${processor}, and your balance grew by as much. The payment's number is ${number}.

To print or keep the receipt:

    ${site.url}/account/payment-receipt?id=${number}

You did not ask for this payment? Look at your devices and cards, and tell us:

    ${site.url}/account
