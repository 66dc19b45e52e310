Your new PIN for ${site.name}

Hello,

here is the new PIN that you asked for at ${site.name}:

    ${pin}

It works once, and only for a short time. Every earlier PIN is void.
