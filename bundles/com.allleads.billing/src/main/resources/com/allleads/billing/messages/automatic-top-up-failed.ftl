Your balance at ${site.name} was not topped up

Hello,

your balance fell below what you set, and your card was to be charged ${amount}. That did not work, and it is not tried again by
itself. Please look at your card, or top up yourself:

    ${site.url}/account/automatic-top-up
