Su cuenta en ${site.name}

Hola:

Alguien, quizá usted, intentó registrarse en ${site.name} con esta dirección de correo. Ya tiene una cuenta, y no se ha
cambiado nada.

Si fue usted, entre en ${site.url}/sign-in con la contraseña que eligió entonces. Si su cuenta aún espera su PIN, entre y pida
allí uno nuevo.

Si fue otra persona, no tiene que hacer nada: no se le dijo que existe una cuenta.
