Bienvenido a ${site.name}

Hola:

Le damos la bienvenida a ${site.name}. Se ha registrado con esta dirección de correo. Para verificarla, introduzca este PIN:

    ${pin}

Vale durante ${minutes} minutos y una sola vez. La contraseña la eligió usted; solo guardamos un resumen cifrado del que no se
puede volver atrás, y ningún mensaje nuestro la contendrá ni la pedirá jamás.

Qué hacemos con sus datos, y la prueba de que lo cumplimos: ${site.url}/privacy

Si usted no se ha registrado, no tiene que hacer nada: sin el PIN la cuenta sigue cerrada.
