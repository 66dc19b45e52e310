package com.allleads.notification.dispatch;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How messages are sent. */
@ObjectClassDefinition(name = "AllLeads notification", description = "How messages to people are sent.")
@interface DispatchConfiguration {

    @AttributeDefinition(
            name = "Name of the site",
            description = "What the site is called in messages, 1 to 100 characters.")
    String site_name() default "AllLeads";

    @AttributeDefinition(
            name = "Address of the site",
            description =
                    "The address of the site as it stands in messages: http or https, without a slash at the end.")
    String site_url() default "http://localhost:8181";

    @AttributeDefinition(
            name = "Attempts",
            description = "After how many tries without success a message is given up and shown to the operator, 1 to"
                    + " 1000. The pauses between tries grow from a second to an hour.")
    int attempts() default 30;

    @AttributeDefinition(name = "Threads", description = "Messages sent at the same time, 1 to 64.")
    int threads() default 8;

    @AttributeDefinition(
            name = "Batch",
            description = "Messages that one node takes from the outbox at a time, 1 to 1000.")
    int batch() default 64;

    @AttributeDefinition(
            name = "Lease",
            description =
                    "Seconds after which a message is taken up again that was being sent when its node died, 90 to"
                            + " 3600.")
    int lease_seconds() default 300;

    @AttributeDefinition(
            name = "Interval of looks",
            description = "Milliseconds between two looks for messages of other nodes and for those due again, 50 to"
                    + " 60000. Messages stored on this node go out at once.")
    int poll_millis() default 1000;
}
