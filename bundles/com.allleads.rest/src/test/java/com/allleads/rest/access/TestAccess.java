package com.allleads.rest.access;

import com.allleads.api.operator.Operators;
import com.allleads.api.registration.Sessions;
import java.util.Optional;

/** Recognition with the people and operators of a test. */
public final class TestAccess {

    private TestAccess() {}

    public static Recognition recognition(Sessions sessions, Operators operators) {
        return new Recognition(Optional.of(sessions), Optional.of(operators));
    }
}
