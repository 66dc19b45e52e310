package com.allleads.notification.promises;

import com.allleads.store.testing.PostgresqlRule;
import com.allleads.store.testing.StoreRule;
import org.junit.ClassRule;

/** The same on the other database. */
public class AnnouncedToAllOnPostgresqlTest extends AnnouncedToAllTest {

    @ClassRule
    public static final PostgresqlRule POSTGRESQL = new PostgresqlRule();

    private static final int CONNECTIONS = 8;

    public AnnouncedToAllOnPostgresqlTest() {
        super(StoreRule.on(POSTGRESQL.schema(), CONNECTIONS, "db/changelog.xml"));
    }
}
