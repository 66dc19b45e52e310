No payment was taken at ${site.name}

Hello,

you wanted to top up ${amount}, and we could not tell you whether your card was charged. Now it is known: nothing was charged, and
nothing will be. The payment's number is ${number}.

You can try again, with this card or another one:

    ${site.url}/account/balance
