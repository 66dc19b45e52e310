package com.allleads.registration.operators;

import com.allleads.registration.credentials.Tokens;
import com.allleads.store.testing.Configurations;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** Operators' sessions for tests of what is around them. */
public final class TestOperators {

    private TestOperators() {}

    /** Sessions with every setting at its default. */
    public static OperatorSessions sessions(Jdbi jdbi) {
        return new OperatorSessions(jdbi, new OperatorSettings(configuration(Map.of())));
    }

    /** Begins a session. */
    public static void signIn(OperatorSessions sessions, String name) {
        sessions.begin(Tokens.random(), name, new Realm.User("stored", Set.of("manager")));
    }

    /** A configuration as it arrives from an installation, with every key but those named at its default. */
    static OperatorConfiguration configuration(Map<String, ?> values) {
        return Configurations.with(OperatorConfiguration.class, values);
    }
}
