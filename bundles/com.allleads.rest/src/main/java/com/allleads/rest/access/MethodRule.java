package com.allleads.rest.access;

import com.allleads.api.rest.Access;
import com.allleads.api.rest.Idempotent;
import com.allleads.api.rest.RateLimited;
import java.lang.reflect.Method;
import java.util.Optional;

/**
 * What the annotations of a resource method demand.
 *
 * @param role who may call; nobody where it is empty
 * @param limit the limit's name, where calls are limited
 * @param idempotent whether a key is needed
 */
record MethodRule(Optional<Access.Role> role, Optional<String> limit, boolean idempotent) {

    static MethodRule of(Method method) {
        Optional<Access> access = Optional.ofNullable(method.getAnnotation(Access.class))
                .or(() -> Optional.ofNullable(method.getDeclaringClass().getAnnotation(Access.class)));
        return new MethodRule(
                access.map(Access::value),
                Optional.ofNullable(method.getAnnotation(RateLimited.class)).map(RateLimited::value),
                method.isAnnotationPresent(Idempotent.class));
    }
}
