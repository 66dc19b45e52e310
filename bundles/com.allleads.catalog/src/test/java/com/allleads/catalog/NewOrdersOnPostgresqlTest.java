package com.allleads.catalog;

import com.allleads.store.testing.PostgresqlRule;
import com.allleads.store.testing.StoreRule;
import org.junit.ClassRule;

/** The same on the other database. */
public class NewOrdersOnPostgresqlTest extends NewOrdersTest {

    @ClassRule
    public static final PostgresqlRule POSTGRESQL = new PostgresqlRule();

    private static final int CONNECTIONS = 8;

    public NewOrdersOnPostgresqlTest() {
        super(StoreRule.on(POSTGRESQL.schema(), CONNECTIONS, "db/changelog.xml"));
    }
}
