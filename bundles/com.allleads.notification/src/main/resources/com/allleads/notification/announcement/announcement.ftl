Hello,

${text}

Why you get this: it concerns the service itself, so ${site.name} sends it to everybody who has an account. It is no advertising.
What you chose about news and offers does not matter for it, and you cannot opt out of it. If you do not want the account any
more, you can deactivate it; after that we write to you no longer:

    ${site.url}/account/deactivation
