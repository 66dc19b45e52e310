Your order at ${site.name} was not delivered in time: ${service}

Hello,

we did not deliver your order of "${service}" (number ${number}) in time, and we are sorry. Nothing was paid: the ${back} that was set
aside is on your balance again. You can order it once more, or something else:

    ${site.url}/account/services
