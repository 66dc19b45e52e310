package com.allleads.api.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says what a resource method answers when all goes well, where its return type does not: for {@code openapi.json}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Answers {

    /** The status. */
    int status() default 200;

    /** The body; without it there is none. */
    Class<?> body() default Void.class;
}
