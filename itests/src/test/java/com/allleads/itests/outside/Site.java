package com.allleads.itests.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * A platform as an operator starts it: by the run script, with ports and a home of its own, so that it stands beside any
 * other on the machine.
 */
public final class Site {

    public static final String OPERATOR_PASSWORD = "a password only for tests";

    private static final Path ROOT = Path.of(System.getProperty("project.root"));
    /** On a machine that has much else to do a start takes minutes. */
    private static final long READY_SECONDS = 400;

    private static final long START_SECONDS = 420;

    private final Path home;
    private final int httpPort;
    private final int sshPort;
    private final Map<String, String> database;

    private Site(Path home, int httpPort, int sshPort, Map<String, String> database) {
        this.home = home;
        this.httpPort = httpPort;
        this.sshPort = sshPort;
        this.database = database;
    }

    /** Starts a new platform on Derby, or on PostgreSQL where its settings are given. */
    public static Site start(String name, Map<String, String> database) {
        Path home = ROOT.resolve("itests/target/sites").resolve(name + "-" + System.nanoTime());
        Site site = new Site(home, freePort(), freePort(), database);
        site.start();
        return site;
    }

    /** The digest by which a report of tests names the bundles that it was made with. */
    public static String bundles() {
        Path list = ROOT.resolve("karaf-assembly/target/assembly/lib/host-bundles.sha256");
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(list)));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("cannot read " + list, e);
        }
    }

    /**
     * A platform that somebody started with {@link #OPERATOR_PASSWORD} to try tests against: system properties name its
     * home ({@code site.home}) and its ports ({@code site.http.port}, {@code site.ssh.port}).
     */
    static Optional<Site> alreadyRunning() {
        return Optional.ofNullable(System.getProperty("site.home"))
                .map(home -> new Site(
                        Path.of(home),
                        Integer.getInteger("site.http.port"),
                        Integer.getInteger("site.ssh.port"),
                        Map.of()));
    }

    /** Starts it again as it was built, after {@link #kill()} or {@link #stop()}; returns when it is ready. */
    public void start() {
        Path output = ROOT.resolve("itests/target/sites/" + home.getFileName() + ".out");
        int exit = run(output, "--background", "--no-build");
        assertThat(exit).as("./run --background; its output is in %s", output).isZero();
    }

    public void stop() {
        run(ROOT.resolve("itests/target/sites/" + home.getFileName() + ".stop.out"), "--stop");
    }

    /** Ends the JVM at once, as a power cut would. */
    public void kill() {
        ProcessHandle jvm = jvm().orElseThrow();
        jvm.destroyForcibly();
        Awaitility.await().atMost(30, TimeUnit.SECONDS).until(() -> !jvm.isAlive());
    }

    /** Waits until every bundle that should serve does, as after tables were replaced. */
    void awaitReady() {
        Awaitility.await("ready")
                .atMost(READY_SECONDS, TimeUnit.SECONDS)
                .until(() -> api().get("/ready").status(), Integer.valueOf(200)::equals);
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + httpPort + path);
    }

    /** The JVM's number. */
    long pid() {
        return jvm().orElseThrow().pid();
    }

    int sshPort() {
        return sshPort;
    }

    public Path home() {
        return home;
    }

    public Api api() {
        return new Api(this);
    }

    public Console console() {
        return new Console(this);
    }

    public Mail mail() {
        return new Mail(home.resolve("mail"));
    }

    /** The version of the policy that is in force; a new site publishes its first one some seconds after its start. */
    int awaitPolicyVersion() {
        return Awaitility.await("a version of the policy")
                .atMost(60, TimeUnit.SECONDS)
                .until(
                        () -> api().get("/policy/versions")
                                .expect(200)
                                .json()
                                .at("/items/0/number")
                                .asInt(),
                        number -> number > 0);
    }

    public static Path root() {
        return ROOT;
    }

    private Optional<ProcessHandle> jvm() {
        try {
            String pid = Files.readString(home.resolve("karaf.pid")).strip();
            return ProcessHandle.of(Long.parseLong(pid));
        } catch (IOException e) {
            throw new IllegalStateException("the platform wrote no karaf.pid", e);
        }
    }

    private int run(Path output, String... options) {
        try {
            Files.createDirectories(output.getParent());
            List<String> command = new ArrayList<>(List.of(ROOT.resolve("run").toString()));
            command.addAll(List.of(options));
            ProcessBuilder script = new ProcessBuilder(command)
                    .directory(ROOT.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
            Map<String, String> environment = script.environment();
            environment.put("ALLLEADS_HOME", home.toString());
            environment.put("ALLLEADS_READY_SECONDS", Long.toString(READY_SECONDS));
            environment.put("ALLLEADS_HTTP_PORT", Integer.toString(httpPort));
            environment.put("ALLLEADS_SSH_PORT", Integer.toString(sshPort));
            environment.put("ALLLEADS_OPERATOR_PASSWORD", OPERATOR_PASSWORD);
            environment.putAll(database);
            Process process = script.start();
            if (!process.waitFor(START_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " did not return; see " + output + ":\n"
                        + Files.readString(output, StandardCharsets.UTF_8));
            }
            return process.exitValue();
        } catch (IOException e) {
            throw new IllegalStateException("./run cannot be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
