package com.allleads.registration.operators;

import com.allleads.store.testing.Configurations;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Operators' sessions for tests of what is around them. */
public final class TestOperators {

    private TestOperators() {}

    /** Sessions with every setting at its default. */
    public static OperatorSessions sessions(Jdbi jdbi) {
        return new OperatorSessions(jdbi, new OperatorSettings(configuration(Map.of())));
    }

    /** A configuration as it arrives from an installation, with every key but those named at its default. */
    static OperatorConfiguration configuration(Map<String, ?> values) {
        return Configurations.with(OperatorConfiguration.class, values);
    }
}
