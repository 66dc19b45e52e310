package com.allleads.backup;

import com.allleads.store.testing.StoreRule;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.ClassRule;
import org.junit.rules.ExternalResource;
import org.junit.rules.RuleChain;
import org.postgresql.xa.PGXADataSource;

/** On a real PostgreSQL, with both databases as schemas of one. */
public final class OnPostgresqlTest extends BackupFacts {

    private static final int CONNECTIONS = 8;
    private static final EmbeddedPostgres SERVER = server();
    private static final StoreRule DATA = StoreRule.on(schema("site_data"), CONNECTIONS, "db/data.xml");
    private static final StoreRule KEYS = StoreRule.on(schema("site_keys"), CONNECTIONS, "db/keys.xml");

    @ClassRule
    public static final RuleChain STORES =
            RuleChain.outerRule(new Ended()).around(DATA).around(KEYS);

    @Override
    StoreRule data() {
        return DATA;
    }

    @Override
    StoreRule keys() {
        return KEYS;
    }

    private static EmbeddedPostgres server() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PGXADataSource schema(String name) {
        PGXADataSource database = new PGXADataSource();
        database.setUrl(SERVER.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + name);
        return database;
    }

    /** After everybody who uses it. */
    private static final class Ended extends ExternalResource {

        @Override
        protected void after() {
            try {
                SERVER.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
