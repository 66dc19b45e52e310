package com.allleads.api.rest;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A JAX-RS 2.1 resource of a capability. Register the annotated object as a service of this type; the platform serves it
 * under {@code /api/v1} and the prefix that its service property {@value #PREFIX} names, until the service goes.
 *
 * <p>Prefixes are absolute below {@code /api/v1} and unique, as in {@code /me/balance}; the longest that matches a path
 * serves it. The class carries {@code @Path("/")} and its methods the rest of the path. What every resource gets without
 * asking: JSON by Jackson (records, {@code java.time}, {@code Optional}, Joda-Money's {@code Money} as
 * {@code {"amount": "12.50", "currency": "USD"}}; unknown members are refused by name), problem details for every error,
 * size limits, and the caller: a parameter {@code @Context SecurityContext} whose principal is a {@link Caller}.
 *
 * <p>Who may call is said by {@link Access} on the class or the method; without it nobody may.
 */
@ConsumerType
public interface RestResource {

    /** The service property with the prefix. */
    String PREFIX = "allleads.rest.prefix";
}
