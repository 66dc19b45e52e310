package com.allleads.vault.uses;

import com.allleads.store.testing.PostgresqlRule;
import com.allleads.store.testing.StoreRule;
import org.junit.ClassRule;

/** The same where the writer speaks otherwise. */
public class UseBatchOnPostgresqlTest extends UseBatchTest {

    @ClassRule
    public static final PostgresqlRule POSTGRESQL = new PostgresqlRule();

    private static final int CONNECTIONS = 4;

    public UseBatchOnPostgresqlTest() {
        super(StoreRule.on(POSTGRESQL.schema(), CONNECTIONS, "db/changelog.xml"));
    }
}
