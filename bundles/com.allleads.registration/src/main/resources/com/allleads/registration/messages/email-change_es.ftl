Su dirección de correo en ${site.name}

Hola:

En su cuenta de ${site.name} se indicó otra dirección de correo en lugar de esta. Contará cuando se confirme con un PIN que se
envió allí; entonces escribiremos a esa.

Si fue usted, no tiene que hacer nada. Si no lo fue, otra persona ha entrado en su cuenta: entre en ${site.url}/sign-in, vuelva
a indicar su propia dirección en ${site.url}/account/contact, y avísenos.
