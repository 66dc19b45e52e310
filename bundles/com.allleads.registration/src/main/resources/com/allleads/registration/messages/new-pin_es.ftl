Su nuevo PIN para ${site.name}

Hola:

Este es el nuevo PIN que pidió en ${site.name}:

    ${pin}

Vale una sola vez, y solo por poco tiempo. Todos los PIN anteriores quedan anulados.
