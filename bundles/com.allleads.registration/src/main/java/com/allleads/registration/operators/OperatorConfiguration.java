package com.allleads.registration.operators;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Who is an operator, and for how long. */
@ObjectClassDefinition(
        name = "AllLeads operators",
        description = "Who of the console's realm is an operator on pages and by REST.")
public @interface OperatorConfiguration {

    @AttributeDefinition(
            name = "Role of operators",
            description = "The role that a user of the realm karaf needs to act.")
    String role_operator() default "manager";

    @AttributeDefinition(
            name = "Role of viewers",
            description = "The role that a user of the realm karaf needs to look at how the site is doing.")
    String role_viewer() default "viewer";

    @AttributeDefinition(
            name = "Idle time of a session",
            description = "How many minutes an operator's session lasts without being used, 1 to 1440.")
    int session_idle_minutes() default 30;

    @AttributeDefinition(
            name = "Longest session",
            description = "How many hours an operator's session lasts at most, 1 to 168.")
    int session_hours() default 12;

    @AttributeDefinition(
            name = "Memory for passwords",
            description = "For how many seconds an operator's password that was right is not checked again where it"
                    + " comes with each call, 0 to 60; checking is slow on purpose.")
    int password_memory_seconds() default 30;
}
