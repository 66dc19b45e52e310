package com.allleads.itests.outside;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.junit.rules.ExternalResource;

/** A real PostgreSQL server for a suite, from binaries that the build's registry delivers. */
final class Postgres extends ExternalResource {

    private static Postgres running;

    private EmbeddedPostgres server;
    private Path folder;

    /** The one that the suite under way stands on. */
    static Optional<Postgres> running() {
        return Optional.ofNullable(running);
    }

    @Override
    protected void before() throws IOException {
        folder = Files.createTempDirectory("allleads-postgres").resolve("data");
        server = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setServerConfig("max_connections", "100")
                .start();
        running = this;
    }

    /** Where its files are. */
    Path folder() {
        return folder;
    }

    /** Has it write everything to its files. */
    void checkpoint() {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected void after() {
        running = null;
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
