Ha cambiado nuestra política de privacidad: versión ${version}

Hola:

la política de privacidad de ${site.name} tiene una versión nueva, la número ${version}. Por qué: ${reason}

Qué hay de nuevo:

${changes}

Todo ello, palabra por palabra junto a la versión anterior, está en

    ${site.url}/privacy/versions?number=${version}

Lo que afecta a los datos que nos dio con una versión anterior sigue como estaba hasta que acepte la nueva. Puede hacerlo, o
dejarlo, en

    ${site.url}/account/policy

Este mensaje va a todos los que tienen una cuenta. Si ya no la quiere, también puede desactivarla allí.
