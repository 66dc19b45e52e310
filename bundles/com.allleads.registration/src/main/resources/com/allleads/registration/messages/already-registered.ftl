Your account at ${site.name}

Hello,

somebody, perhaps you, tried to register at ${site.name} with this email address. It has an account already, and nothing was
changed.

If it was you, sign in at ${site.url}/sign-in with the password that you chose before. If your account still waits for its PIN,
sign in and ask for a new one there.

If it was somebody else, you need not do anything: they were not told that there is an account.
