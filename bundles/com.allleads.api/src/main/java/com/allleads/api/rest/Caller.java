package com.allleads.api.rest;

import com.allleads.api.operator.Operator;
import com.allleads.api.person.PersonId;
import java.security.Principal;
import java.util.Optional;

/**
 * Who calls a resource, as the platform found out: the principal of the request's security context.
 *
 * @param person the signed-in person, where it is one
 * @param operator the operator, where it is one
 * @param session the token of the session, where one was used; secret, never logged
 */
public record Caller(Optional<PersonId> person, Optional<Operator> operator, Optional<String> session)
        implements Principal {

    /** Nobody signed in. */
    public static final Caller ANYONE = new Caller(Optional.empty(), Optional.empty(), Optional.empty());

    /** The signed-in person. */
    public static Caller person(PersonId person, String session) {
        return new Caller(Optional.of(person), Optional.empty(), Optional.of(session));
    }

    /** An operator who showed their password with the request. */
    public static Caller operator(Operator operator) {
        return new Caller(Optional.empty(), Optional.of(operator), Optional.empty());
    }

    /** An operator who signed in. */
    public static Caller operator(Operator operator, String session) {
        return new Caller(Optional.empty(), Optional.of(operator), Optional.of(session));
    }

    /**
     * The person that a resource with {@link Access.Role#PERSON} is called by.
     *
     * @throws IllegalStateException where no person is signed in, which such a resource never sees
     */
    public PersonId requirePerson() {
        return person.orElseThrow(() -> new IllegalStateException("no person is signed in"));
    }

    /** Whether what is for this role is for the caller. */
    public boolean is(Access.Role role) {
        return switch (role) {
            case PUBLIC -> true;
            case PERSON -> person.isPresent();
            case VIEWER -> operator.isPresent();
            case OPERATOR -> operator.filter(Operator::mayAct).isPresent();
        };
    }

    /** The person's identifier or the operator's user name, or {@code anyone}. */
    @Override
    public String getName() {
        return person.map(PersonId::toString)
                .or(() -> operator.map(Operator::name))
                .orElse("anyone");
    }

    /** Leaves the token out, so that it reaches no log. */
    @Override
    public String toString() {
        return "Caller[" + getName() + "]";
    }
}
