Su saldo en ${site.name} no se ha recargado

Hola:

su saldo ha bajado del importe que usted fijó, y debíamos cobrar ${amount} en su tarjeta. No ha funcionado, y no se vuelve a intentar
automáticamente. Revise su tarjeta, o recargue usted mismo:

    ${site.url}/account/automatic-top-up
