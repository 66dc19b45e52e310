Hola:

${text}

Por qué recibe este mensaje: trata del propio servicio, y por eso ${site.name} lo envía a todos los que tienen una cuenta. No es
publicidad. No depende de lo que haya elegido sobre noticias y ofertas, y no puede darse de baja de él. Si ya no quiere la cuenta,
puede desactivarla; después no le escribiremos más:

    ${site.url}/account/deactivation
