package com.allleads.itests.inside;

import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertTrue;

import com.allleads.itests.inside.Platform.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;

/**
 * What can only be told from inside: transactions across capabilities, and bundles that come and go. The test imports nothing
 * of the platform, so that it stands while everything around it is refreshed.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class InsideIT {

    /** What one registration writes, in four capabilities. */
    private static final List<String> OF_A_REGISTRATION = List.of(
            "vault_person",
            "vault_value",
            "vault_lookup",
            "registration_account",
            "registration_pin",
            "consent_decision",
            "notification_message");

    private final Platform platform = new Platform();
    private final Bundles bundles = new Bundles();
    private final Database database = new Database();

    @Configuration
    public Option[] distribution() {
        return Distribution.options();
    }

    @Before
    @After
    public void ready() {
        platform.awaitReady("around a test");
    }

    @Test
    public void aRegistrationThatFailsAtItsLastStepLeavesNothingInAnyCapability() {
        Newcomer newcomer = new Newcomer(platform);
        Map<String, Integer> before = database.rows(OF_A_REGISTRATION);

        database.execute("alter table notification_message add constraint none_from_now check (created_at < "
                + System.currentTimeMillis() + ")");
        try {
            Answer refused = newcomer.register();
            assertTrue("a problem: " + refused, refused.status() >= 500 && refused.isProblem());
        } finally {
            database.execute("alter table notification_message drop constraint none_from_now");
        }

        assertThat(database.rows(OF_A_REGISTRATION), is(before));
        newcomer.goThroughTheStory();
    }

    @Test
    public void ofManyRegistrationsWithOneAddressAtOnceOneIsMade() {
        Newcomer newcomer = new Newcomer(platform);
        // Not the PINs: an address that is taken is answered with one that nobody was told, so that it looks alike.
        List<String> once = List.of("vault_person", "registration_account");
        Map<String, Integer> before = database.rows(once);
        ExecutorService callers = Executors.newFixedThreadPool(4);
        try {
            Stream.generate(() -> CompletableFuture.supplyAsync(newcomer::register, callers))
                    .limit(4)
                    .toList()
                    .forEach(answer -> answer.join().expect(201));
        } finally {
            callers.shutdown();
        }

        before.replaceAll((table, rows) -> rows + 1);
        assertThat(database.rows(once), is(before));
    }

    @Test
    public void endpointsGoAndComeWithTheirBundle() throws Exception {
        Bundle catalog = bundles.named("com.allleads.catalog");
        platform.get("/services").expect(200);

        catalog.stop();
        try {
            Patience.until("the catalogue's endpoint is gone", () -> {
                Answer gone = platform.get("/services");
                return Set.of(404, 503).contains(gone.status()) && gone.isProblem()
                        ? Optional.empty()
                        : Optional.of(gone.toString());
            });
            platform.get("/processors").expect(200);
            platform.get("/collection-points/registration").expect(200);
        } finally {
            catalog.start();
        }

        platform.awaitReady("after its return");
        platform.get("/services").expect(200);
    }

    @Test
    public void withoutTheVaultTheSiteRefusesAndSaysWhatIsMissing() throws Exception {
        Newcomer newcomer = new Newcomer(platform);
        Bundle vault = bundles.named("com.allleads.vault");

        vault.stop();
        try {
            Patience.until("readiness names the vault", () -> {
                Answer ready = platform.get("/ready");
                return ready.status() == 503 && ready.body().contains("com.allleads.vault")
                        ? Optional.empty()
                        : Optional.of(ready.toString());
            });
            Answer refused = platform.post("/registrations", Map.of());
            assertTrue("a problem: " + refused, Set.of(404, 503).contains(refused.status()) && refused.isProblem());
            platform.get("/promises").expect(200);
        } finally {
            vault.start();
        }

        platform.awaitReady("after its return");
        newcomer.goThroughTheStory();
    }

    @Test
    public void anOlderBundleOnNewerTablesDoesNotServeAndSaysSo() throws Exception {
        Bundle catalog = bundles.named("com.allleads.catalog");
        catalog.stop();
        database.execute("insert into catalogchangelog (id, author, filename, dateexecuted, orderexecuted, exectype)"
                + " values ('from-the-future', 'somebody', 'db/changelog.xml', current_timestamp, 9999, 'EXECUTED')");
        database.execute("update store_schema set digest = 'another', bundle_version = '99.0.0'"
                + " where bundle = 'com.allleads.catalog'");

        catalog.start();
        try {
            Patience.until("readiness names the newer tables", () -> {
                String missing = platform.get("/ready").body();
                return missing.contains("99.0.0") ? Optional.empty() : Optional.of(missing);
            });
            Answer refused = platform.get("/services");
            assertTrue("a problem: " + refused, Set.of(404, 503).contains(refused.status()) && refused.isProblem());
        } finally {
            catalog.stop();
            database.execute("delete from catalogchangelog where id = 'from-the-future'");
            catalog.start();
        }

        platform.awaitReady("after its return");
        platform.get("/services").expect(200);
    }

    @Test
    public void everyBundleCanBeStoppedAndStartedInTurn() throws Exception {
        for (Bundle bundle : bundles.own()) {
            bundles.restart(bundle);
            platform.awaitReady("after the restart of " + bundle.getSymbolicName());
        }

        new Newcomer(platform).goThroughTheStory();
    }

    @Test
    public void everyBundleCanBeRefreshedInTurn() throws Exception {
        for (Bundle bundle : bundles.own()) {
            bundles.refresh(bundle);
            platform.awaitReady("after the refresh of " + bundle.getSymbolicName());
        }

        new Newcomer(platform).goThroughTheStory();
    }
}
