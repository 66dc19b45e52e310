package com.allleads.channel.smtp;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Which server mail goes through, and who runs it. */
@ObjectClassDefinition(
        name = "AllLeads SMTP",
        description = "Mail through a server. Nothing is sent by SMTP until this is configured.")
@interface SmtpConfiguration {

    @AttributeDefinition(name = "Host", description = "The server's name.")
    String host() default "";

    @AttributeDefinition(name = "Port", description = "The server's port, 1 to 65535.")
    int port() default 587;

    @AttributeDefinition(
            name = "Security",
            description = "How the connection is protected: starttls, tls (from the first byte), or none.")
    String security() default "starttls";

    @AttributeDefinition(
            name = "User",
            description = "Who signs in at the server; empty where it asks for nothing. Stands as .user in the file.",
            required = false)
    String _user() default "";

    @AttributeDefinition(
            name = "Password",
            description = "The user's password. Stands as .password in the file.",
            type = AttributeType.PASSWORD,
            required = false)
    String _password() default "";

    @AttributeDefinition(name = "From", description = "Whom the mail is from, as in AllLeads <no-reply@site.example>.")
    String from() default "AllLeads <no-reply@allleads.example>";

    @AttributeDefinition(
            name = "Connections",
            description = "How many connections at most are open at a time, 1 to 20.")
    int connections() default 4;

    @AttributeDefinition(
            name = "Outside",
            description = "Whether somebody else runs the server; false only where it is the site's own.")
    boolean relay_outside() default true;

    @AttributeDefinition(
            name = "Legal name",
            description = "Who runs the server, as people would find them in a register.")
    String relay_legal_name() default "";

    @AttributeDefinition(
            name = "Policy",
            description = "The privacy policy of whoever runs the server: an address that begins with https://.")
    String relay_policy() default "";

    @AttributeDefinition(
            name = "Retention",
            description = "What whoever runs the server keeps, and for how long: one plain sentence for people.")
    String relay_retention() default "";
}
