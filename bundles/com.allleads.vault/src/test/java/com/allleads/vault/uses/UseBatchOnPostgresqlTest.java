package com.allleads.vault.uses;

import com.allleads.store.testing.StoreRule;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.postgresql.xa.PGXADataSource;

/** The same where the writer speaks otherwise. */
public class UseBatchOnPostgresqlTest extends UseBatchTest {

    private static final int CONNECTIONS = 4;

    private static EmbeddedPostgres server;
    private static int schemas;

    public UseBatchOnPostgresqlTest() {
        super(StoreRule.on(schema(), CONNECTIONS, "db/changelog.xml"));
    }

    @BeforeClass
    public static void startServer() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterClass
    public static void stopServer() throws IOException {
        server.close();
    }

    private static PGXADataSource schema() {
        PGXADataSource postgresql = new PGXADataSource();
        postgresql.setUrl(server.getJdbcUrl("postgres", "postgres") + "&currentSchema=uses_" + schemas++);
        return postgresql;
    }
}
