Confirme su dirección en ${site.name}

Hola:

Alguien indicó esta dirección de correo como suya en ${site.name}. Si fue usted, confírmela con este PIN:

    ${pin}

Vale una sola vez, y solo por poco tiempo. Si no fue usted, no tiene que hacer nada: la dirección no se usa.
