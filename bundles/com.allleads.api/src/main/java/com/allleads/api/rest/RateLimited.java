package com.allleads.api.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a resource method that may be called only so often from one address: sign-in, registration, PIN. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RateLimited {

    /** The limit's name; its number stands in the configuration of {@code com.allleads.rest}, by this name. */
    String value();
}
