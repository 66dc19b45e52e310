package com.allleads.api.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says who may call a resource; on a method it overrides the class. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Access {

    /** Who may call. */
    Role value();

    /** Who calls. */
    enum Role {
        /** Anyone, without sign-in. */
        PUBLIC,
        /** A signed-in person, about themselves. */
        PERSON,
        /** An operator of the site who may look; one who may act may look too. */
        VIEWER,
        /** An operator of the site who may act. */
        OPERATOR
    }
}
