Hemos cerrado una sesión suya en ${site.name}

Hola:

En ${site.name} alguien ha usado una copia antigua de la cookie con la que un navegador suyo sigue dentro de su cuenta. Puede
que alguien la haya copiado. Por eso hemos cerrado esa sesión, para usted y para quien tuviera la copia.

Entre de nuevo en ${site.url}/sign-in, y mire en ${site.url}/account/devices si conoce todos los dispositivos. Su contraseña no
se conoce por esto.
