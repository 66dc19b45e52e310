package com.allleads.vault.uses;

import com.allleads.store.testing.PostgresqlRule;
import com.allleads.store.testing.StoreRule;
import org.junit.ClassRule;

/** The same on PostgreSQL. */
public class UsesByTermsOnPostgresqlTest extends UsesByTermsTest {

    @ClassRule
    public static final PostgresqlRule POSTGRESQL = new PostgresqlRule();

    private static final int CONNECTIONS = 4;

    public UsesByTermsOnPostgresqlTest() {
        super(StoreRule.on(POSTGRESQL.schema(), CONNECTIONS));
    }
}
