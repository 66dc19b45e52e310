package com.allleads.itests.harness;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A PostgreSQL server that is safe against crashes, as one in production is, and that can be killed. */
final class PostgresServer implements Database, AutoCloseable {

    private final Path data;
    private EmbeddedPostgres server;

    PostgresServer(Path data) {
        this.data = data;
        this.server = launch(0);
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(
                "ALLLEADS_DB_URL", address(),
                "ALLLEADS_DB_USER", "postgres",
                "ALLLEADS_DB_PASSWORD", "postgres");
    }

    String address() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    }

    @Override
    public boolean canBeKilled() {
        return true;
    }

    @Override
    public void kill() {
        ProcessHandle postmaster = postmaster();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        Awaitility.await("PostgreSQL is dead").atMost(30, TimeUnit.SECONDS).until(() -> all.stream()
                .noneMatch(ProcessHandle::isAlive));
    }

    @Override
    public void start() {
        int port = server.getPort();
        try {
            // Lets go of the lock on the folder; there is no process any more.
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = launch(port);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private EmbeddedPostgres launch(int port) {
        try {
            // By default the embedded server forgets what it acknowledged when it crashes.
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on");
            return (port == 0 ? builder : builder.setPort(port)).start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        }
    }

    private ProcessHandle postmaster() {
        try (Stream<String> lines = Files.lines(data.resolve("postmaster.pid"))) {
            return ProcessHandle.of(
                            Long.parseLong(lines.findFirst().orElseThrow().strip()))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
