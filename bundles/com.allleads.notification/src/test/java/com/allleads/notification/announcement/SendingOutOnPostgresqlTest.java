package com.allleads.notification.announcement;

import com.allleads.store.testing.PostgresqlRule;
import com.allleads.store.testing.StoreRule;
import org.junit.ClassRule;

/** The same on the other database, where a message that is there already is told apart otherwise. */
public class SendingOutOnPostgresqlTest extends SendingOutTest {

    @ClassRule
    public static final PostgresqlRule POSTGRESQL = new PostgresqlRule();

    private static final int CONNECTIONS = 8;

    public SendingOutOnPostgresqlTest() {
        super(StoreRule.on(POSTGRESQL.schema(), CONNECTIONS, "db/changelog.xml"));
    }
}
