package com.allleads.api.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says in one or two sentences what a resource method does, for clients who read {@code openapi.json}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Summary {

    /** What it does; each sentence ends with a full stop. */
    String value();

    /**
     * A body that the method takes, as JSON; empty where it takes none. It is true: a test sends it. Where it names what only
     * a running site has, it does so in angle brackets, as in {@code <card>}.
     */
    String example() default "";
}
