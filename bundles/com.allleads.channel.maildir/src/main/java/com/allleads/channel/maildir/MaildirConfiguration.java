package com.allleads.channel.maildir;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Where mail is written to, and whom it is from. */
@ObjectClassDefinition(
        name = "AllLeads mail folder",
        description = "Mail written to a local folder in place of sending it.")
@interface MaildirConfiguration {

    @AttributeDefinition(
            name = "Folder",
            description = "The Maildir: mail programs read it, new mail appears in its folder new. A relative path is"
                    + " below the instance's folder.")
    String folder() default "mail";

    @AttributeDefinition(name = "From", description = "Whom the mail is from, as in AllLeads <no-reply@site.example>.")
    String from() default "AllLeads <no-reply@allleads.example>";
}
