¿Sigue siendo así como podemos localizarle?

Hola:

Hace tiempo que no revisa sus datos de contacto en ${site.name}. Mire, por favor, si siguen siendo correctos, y corrija lo que
no lo sea:

    ${site.url}/account/contact

Los necesitamos para responderle, para enviarle lo que pide, y para informarle de todo lo que afecte a sus datos.
