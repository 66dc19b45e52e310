Our privacy policy changed: version ${version}

Hello,

the privacy policy of ${site.name} has a new version, number ${version}. Why: ${reason}

What is new:

${changes}

All of it, word by word beside the version before, is at

    ${site.url}/privacy/versions?number=${version}

What concerns the data that you gave us under an older version stays as it was until you accept the new one. You can do so, or
leave it, at

    ${site.url}/account/policy

This message goes to everybody who has an account. If you don't want the account any more, you can deactivate it there too.
