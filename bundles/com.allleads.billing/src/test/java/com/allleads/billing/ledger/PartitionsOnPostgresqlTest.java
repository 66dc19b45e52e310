package com.allleads.billing.ledger;

import com.allleads.store.testing.PostgresqlRule;
import com.allleads.store.testing.StoreRule;
import org.junit.ClassRule;

/** The same where the writers speak otherwise. */
public class PartitionsOnPostgresqlTest extends PartitionsTest {

    @ClassRule
    public static final PostgresqlRule POSTGRESQL = new PostgresqlRule();

    private static final int CONNECTIONS = 4;

    public PartitionsOnPostgresqlTest() {
        super(StoreRule.on(POSTGRESQL.schema(), CONNECTIONS, "db/changelog.xml"));
    }
}
