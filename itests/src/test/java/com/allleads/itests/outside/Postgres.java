package com.allleads.itests.outside;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Map;
import org.junit.rules.ExternalResource;

/** A real PostgreSQL server for a suite, from binaries that the build's registry delivers. */
final class Postgres extends ExternalResource {

    private EmbeddedPostgres server;

    @Override
    protected void before() throws IOException {
        server = EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "100")
                .start();
    }

    @Override
    protected void after() {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL did not stop", e);
        }
    }

    /** What an operator sets so that the platform runs on this server. */
    Map<String, String> environment() {
        return Map.of(
                "ALLLEADS_DB_URL", "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres",
                "ALLLEADS_DB_USER", "postgres",
                "ALLLEADS_DB_PASSWORD", "postgres");
    }
}
