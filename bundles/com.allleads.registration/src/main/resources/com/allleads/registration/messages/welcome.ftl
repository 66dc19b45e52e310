Welcome to ${site.name}

Hello,

welcome to ${site.name}. You registered with this email address. To verify it, enter this PIN:

    ${pin}

It is valid for ${minutes} minutes and works once. Your password was chosen by you; we keep it only as a hash that cannot be
turned back, and no message of ours will ever contain it or ask for it.

What we do with your data, and the proof that we keep to it: ${site.url}/privacy

If you did not register, you need not do anything: without the PIN the account stays closed.
