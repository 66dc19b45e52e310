Is this still how to reach you?

Hello,

you have not looked through your contact data at ${site.name} for a while. Please see whether it is still right, and correct
what is not:

    ${site.url}/account/contact

We need it to answer you, to send you what you order, and to tell you about anything that concerns your data.
