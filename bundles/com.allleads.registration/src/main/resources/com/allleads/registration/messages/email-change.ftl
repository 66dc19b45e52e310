Your email address at ${site.name}

Hello,

another email address was entered in place of this one for your account at ${site.name}. It counts once it is confirmed by a
PIN that was sent there; then we will write to it instead.

If that was you, you need not do anything. If it was not, somebody else is signed in to your account: sign in at
${site.url}/sign-in, enter your own address again at ${site.url}/account/contact, and tell us.
