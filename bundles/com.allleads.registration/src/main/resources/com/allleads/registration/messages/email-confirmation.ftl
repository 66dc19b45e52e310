Confirm your address at ${site.name}

Hello,

somebody entered this email address as their own at ${site.name}. If it was you, confirm it with this PIN:

    ${pin}

It works once, and only for a short time. If it was not you, you need not do anything: the address is not used.
