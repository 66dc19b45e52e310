package com.allleads.rest.access;

import com.allleads.api.registration.Sessions;
import com.allleads.rest.RestConfiguration;
import com.allleads.rest.limits.TokenBuckets;
import java.util.Optional;

/** Recognition with the sessions and the one operator of a test. */
public final class TestAccess {

    public static final String OPERATOR = "operator";
    public static final String PASSWORD = "quite secret: ä";

    private TestAccess() {}

    public static Recognition recognition(
            Optional<Sessions> sessions, TokenBuckets limits, RestConfiguration configuration) {
        OperatorRealm realm = new OperatorRealm(
                limits,
                (name, password, role) -> name.equals(OPERATOR) && password.equals(PASSWORD) && role.equals("manager"),
                configuration);
        return new Recognition(realm, sessions);
    }
}
