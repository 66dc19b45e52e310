package com.allleads.itests.harness;

import com.allleads.itests.outside.Site;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Runs the harness on a platform of its own: {@code --rounds 50 --database derby|postgresql --seed 42 --clients 12 --report
 * FILE}. Ends with 1 where anything was found, and names it.
 */
public final class CrashAndSwap {

    private final Map<String, String> options = new TreeMap<>();

    private CrashAndSwap(String... arguments) {
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        List<String> known = List.of("--rounds", "--database", "--seed", "--clients", "--report");
        if (arguments.length % 2 != 0 || !known.containsAll(options.keySet())) {
            throw new IllegalArgumentException("options, each with a value: " + known);
        }
    }

    /** Runs it. */
    public static void main(String... arguments) throws Exception {
        System.exit(new CrashAndSwap(arguments).run() ? 0 : 1);
    }

    private boolean run() throws Exception {
        String database = options.getOrDefault("--database", "derby");
        Path report = Path.of(options.getOrDefault("--report", "build/crash-and-swap/" + database + ".jsonl"))
                .toAbsolutePath();
        Files.createDirectories(report.getParent());
        try (PrintStream out = new PrintStream(Files.newOutputStream(report), true, StandardCharsets.UTF_8)) {
            boolean clean =
                    switch (database) {
                        case "derby" -> onDerby(new Report(out));
                        case "postgresql" -> onPostgresql(new Report(out));
                        default -> throw new IllegalArgumentException("--database derby or postgresql");
                    };
            System.out.println((clean ? "nothing was found; " : "SOMETHING WAS FOUND; ") + "see " + report);
            return clean;
        }
    }

    private boolean onDerby(Report report) throws SQLException {
        Site site = Site.start("crash-and-swap-derby", Map.of());
        play(site, Database.LEFT_ALONE, "derby 10.14", report);
        Path tables = site.home().resolve("data/derby/allleads");
        report.end(LedgerTables.audit("jdbc:derby:" + tables, "", ""));
        return report.clean();
    }

    private boolean onPostgresql(Report report) throws IOException, SQLException {
        Path data = Site.root().resolve("itests/target/sites/crash-and-swap-postgresql-" + System.nanoTime() + "-data");
        try (PostgresServer server = new PostgresServer(data)) {
            Site site = Site.start("crash-and-swap-postgresql", server.environment());
            play(site, server, "postgresql 15", report);
            report.end(LedgerTables.audit(server.address(), "postgres", "postgres"));
        }
        return report.clean();
    }

    private void play(Site site, Database database, String name, Report report) {
        long seed = Long.parseLong(options.getOrDefault(
                "--seed", Long.toString(ThreadLocalRandom.current().nextLong(1_000_000))));
        int rounds = Integer.parseInt(options.getOrDefault("--rounds", "2"));
        int clients = Integer.parseInt(options.getOrDefault("--clients", "12"));
        report.begin(seed, name, rounds, clients, versions());
        try (Harness harness = new Harness(site, database, clients, seed)) {
            harness.play(rounds, result -> {
                report.round(result);
                System.out.printf(
                        "%s: kill %s, %d swaps and %d cut, back after %d s, all known after %d s, %d findings%n",
                        name,
                        result.plan().kill(),
                        result.completed().size(),
                        result.cut().size(),
                        result.away().toSeconds(),
                        result.unknown().toSeconds(),
                        result.findings().size());
                result.findings().forEach(System.out::println);
            });
        } finally {
            site.stop();
        }
    }

    private static Map<String, String> versions() {
        return new TreeMap<>(Map.of(
                "allleads", System.getProperty("project.version"),
                "commit", System.getProperty("project.commit", "unknown"),
                "bundles", Site.bundles(),
                "java", Runtime.version().toString(),
                "os", System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                "processors", Integer.toString(Runtime.getRuntime().availableProcessors())));
    }
}
