We have ended a session of yours at ${site.name}

Hello,

at ${site.name} somebody used an old copy of the cookie by which a browser of yours stays signed in. It may have been copied.
So we have ended that session, for you and for whoever had the copy.

Sign in again at ${site.url}/sign-in, and see at ${site.url}/account/devices whether you know every device. Your password is not
known by this.
