Your bank took ${amount} back from ${site.name}

Hello,

your card's bank took ${amount} back that you had paid through ${processor} (number ${number}). What of it was still on your
balance left it. Your statement shows how much:

    ${site.url}/account/balance
