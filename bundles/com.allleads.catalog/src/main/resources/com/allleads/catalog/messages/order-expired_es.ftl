Su pedido en ${site.name} no se entregó a tiempo: ${service}

Hola:

no hemos entregado a tiempo su pedido de «${service}» (número ${number}), y lo sentimos. No se ha pagado nada: los ${back} que estaban
apartados están otra vez en su saldo. Puede pedirlo de nuevo, o pedir otra cosa:

    ${site.url}/account/services
