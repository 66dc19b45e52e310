package com.allleads.policy.promises;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How often the promises are checked. */
@ObjectClassDefinition(name = "AllLeads policy", description = "How often the promises of the policy are checked.")
@interface PromiseConfiguration {

    @AttributeDefinition(
            name = "Interval of the continuous check",
            description = "Seconds between two checks of all promises, 5 to 86400.")
    int check_interval_seconds() default 60;

    @AttributeDefinition(
            name = "Age of an answer",
            description =
                    "A question about all promises is answered from counts that are at most this many seconds old,"
                            + " 0 to 3600.")
    int answer_age_seconds() default 5;

    @AttributeDefinition(
            name = "Mail address for alarms",
            description = "Who is told by mail when a promise is broken; empty for nobody.")
    String alarm_address() default "";
}
