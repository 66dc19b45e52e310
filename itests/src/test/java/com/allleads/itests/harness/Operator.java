package com.allleads.itests.harness;

import com.allleads.itests.outside.Site;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** An operator at the console who swaps bundles. */
final class Operator {

    static final String SANDBOX = "com.allleads.payment.sandbox";
    static final String BILLING = "com.allleads.billing";
    static final String PROCESSOR = "sandbox";

    private static final String VERSION = System.getProperty("project.version");
    private static final int PATIENCE_SECONDS = 400;
    private static final Pattern ROW = Pattern.compile("^\\s*(\\d+)\\s+(\\w+)\\s+\\d+\\s+(\\S+)\\s+(\\S+)\\s*$");

    private final Site site;
    private final AtomicInteger releases = new AtomicInteger();
    private volatile boolean interrupted;

    Operator(Site site) {
        this.site = site;
    }

    void stop(String name) {
        each(name, "bundle:stop ");
    }

    void start(String name) {
        each(name, "bundle:start ");
    }

    void update(String name) {
        each(name, "bundle:update ");
    }

    void refresh(String name) {
        each(name, "bundle:refresh ");
    }

    void uninstall(String name) {
        each(name, "bundle:uninstall ");
    }

    void install(String name) {
        run("bundle:install -s mvn:com.allleads/" + name + "/" + VERSION);
    }

    void drain() {
        run("allleads:processor-drain " + PROCESSOR);
    }

    void resume() {
        run("allleads:processor-resume " + PROCESSOR);
    }

    /** Installs what would be the next release beside what is there, and waits until it takes payments. */
    void installNewer() {
        String version = "1.1." + releases.incrementAndGet();
        Path jar = Site.root().resolve("bundles/" + SANDBOX + "/target/" + SANDBOX + "-" + VERSION + ".jar");
        Path newer = NewerVersion.of(jar, site.home().resolve("releases"), version);
        run("bundle:install -s " + newer.toUri());
        await("version " + version + " takes payments", () -> states().stream()
                .anyMatch(state -> state.path("version").asText().equals(version)
                        && state.path("state").asText().equals("ACTIVE")));
    }

    void uninstallAllButNewest() {
        List<Installed> versions = installed(SANDBOX);
        versions.subList(0, Math.max(0, versions.size() - 1)).forEach(old -> run("bundle:uninstall " + old.id()));
    }

    /** Whether to wait for nothing more, because what would have to answer was killed. */
    void interrupted(boolean now) {
        interrupted = now;
    }

    /** Does what an operator would who finds something missing once everything is up, until payments are taken again. */
    void repair() {
        await("payments are taken again", () -> {
            if (takesPayments()) {
                return true;
            }
            if (!run("system:start-level").contains("100")) {
                return false;
            }
            bringBack(BILLING);
            bringBack(SANDBOX);
            if (states().stream().anyMatch(state -> state.path("state").asText().startsWith("DRAIN"))) {
                resume();
            }
            return takesPayments();
        });
    }

    /** Whether the site is ready and the processor is offered to people. */
    boolean takesPayments() {
        return site.api().get("/ready").status() == 200
                && site.api()
                        .get("/processors")
                        .expect(200)
                        .json()
                        .path("items")
                        .findValuesAsText("name")
                        .contains(PROCESSOR);
    }

    private void bringBack(String name) {
        List<Installed> versions = installed(name);
        if (versions.isEmpty()) {
            install(name);
        }
        for (Installed version : versions) {
            if (!version.state().equals("Active")) {
                run("bundle:start " + version.id());
            }
        }
    }

    private void each(String name, String command) {
        installed(name).forEach(version -> run(command + version.id()));
    }

    /** The versions of a bundle, by age. */
    private List<Installed> installed(String name) {
        List<Installed> versions = new ArrayList<>();
        for (String row : run("bundle:list -t 0 -s --no-format").lines().toList()) {
            Matcher columns = ROW.matcher(row);
            if (columns.matches() && columns.group(4).equals(name)) {
                versions.add(new Installed(Long.parseLong(columns.group(1)), columns.group(2)));
            }
        }
        versions.sort(Comparator.comparingLong(Installed::id));
        return versions;
    }

    private List<JsonNode> states() {
        List<JsonNode> states = new ArrayList<>();
        site.console().json("allleads:processors").forEach(states::add);
        return states;
    }

    private String run(String command) {
        String printed = site.console().run(command);
        if (printed.contains("Error executing command")) {
            throw new IllegalStateException(command + ": " + printed);
        }
        return printed;
    }

    /** While bundles come and go a question may fail; it is asked again. */
    private void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .ignoreExceptions()
                .until(() -> interrupted || condition.call());
    }

    private record Installed(long id, String state) {}
}
