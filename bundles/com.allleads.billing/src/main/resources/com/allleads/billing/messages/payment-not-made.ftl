No payment was taken at ${site.name}

Hello,

your balance was to be topped up by ${amount}, by you or as you set it up to happen by itself. Now it is known: nothing was charged,
and nothing will be. The payment's number is ${number}.

You can try again, with this card or another one:

    ${site.url}/account/balance
