package com.allleads.rest.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.rest.RestResource;
import com.allleads.rest.TestSettings;
import com.allleads.rest.testing.Api;
import com.allleads.rest.testing.Api.Answer;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.Rule;
import org.junit.Test;
import org.osgi.framework.ServiceReference;

/** Resources come and go while others are used. */
public class InstalledResourcesTest {

    @Rule
    public final Api api = new Api(Map.of("drain_seconds", 5));

    @Test
    public void servesAPathByTheLongestPrefix() {
        add("/me", 0, "me");
        add("/me/balance", 0, "balance");
        add("/me/bal", 0, "bal");

        assertThat(answer("/me")).isEqualTo("me");
        assertThat(answer("/me/")).isEqualTo("me");
        assertThat(answer("/me/data")).isEqualTo("me data");
        assertThat(answer("/me/balance")).isEqualTo("balance");
        assertThat(answer("/me/balance/")).isEqualTo("balance");
        assertThat(answer("/me/balance/now?x=/me")).isEqualTo("balance now");
        assertThat(answer("/me/balances")).isEqualTo("me balances");
    }

    @Test
    public void leavesThePathToAShorterPrefixOrNobody() {
        add("/me", 0, "me");
        ServiceReference<RestResource> balance = add("/me/balance", 0, "balance");
        ServiceReference<RestResource> services = add("/services", 0, "services");

        api.remove(balance);
        api.remove(services);

        assertThat(answer("/me/balance")).isEqualTo("me balance");
        assertThat(api.get("/services").send().status()).isEqualTo(404);
    }

    @Test
    public void servesTheHigherRankingOfTwo() {
        ServiceReference<RestResource> low = add("/keys", 1, "low");
        ServiceReference<RestResource> high = add("/keys", 2, "high");
        add("/keys", 0, "lowest");
        assertThat(answer("/keys")).isEqualTo("high");

        api.remove(high);
        assertThat(answer("/keys")).isEqualTo("low");

        api.remove(low);
        assertThat(answer("/keys")).isEqualTo("lowest");
    }

    @Test
    public void letsRequestsUnderWayFinish() throws Exception {
        Named slow = new Named("slow");
        ServiceReference<RestResource> reference = api.services().register("/slow", 0, slow);
        api.add(reference);
        CompletableFuture<Answer> underWay =
                CompletableFuture.supplyAsync(() -> api.get("/slow/slow").send());
        assertThat(slow.entered.await(10, TimeUnit.SECONDS)).isTrue();

        CompletableFuture<Void> removal = CompletableFuture.runAsync(() -> api.remove(reference));
        until(() -> api.installed().served().isEmpty());

        assertThat(api.get("/slow").send().status()).isEqualTo(404);
        assertThat(removal).isNotDone();
        slow.leave.countDown();
        assertThat(underWay.get(10, TimeUnit.SECONDS).json().path("name").asText())
                .isEqualTo("slow");
        removal.get(10, TimeUnit.SECONDS);
    }

    @Test
    public void waitsNoLongerThanConfigured() throws Exception {
        TestSettings.change(api.settings(), Map.of("drain_seconds", 0));
        Named slow = new Named("slow");
        ServiceReference<RestResource> reference = api.services().register("/slow", 0, slow);
        api.add(reference);
        CompletableFuture<?> answer =
                CompletableFuture.supplyAsync(() -> api.get("/slow/slow").send());
        assertThat(slow.entered.await(10, TimeUnit.SECONDS)).isTrue();

        CompletableFuture.runAsync(() -> api.remove(reference)).get(3, TimeUnit.SECONDS);
        assertThat(answer).isNotDone();
        slow.leave.countDown();
    }

    @Test
    public void keepsServingOthersWhileTheyComeAndGo() throws Exception {
        add("/steady", 0, "steady");
        CompletableFuture<Integer> failures = CompletableFuture.supplyAsync(() -> {
            int failed = 0;
            for (int i = 0; i < 200; i++) {
                failed += api.get("/steady").send().status() == 200 ? 0 : 1;
            }
            return failed;
        });

        for (int i = 0; i < 10; i++) {
            api.remove(add("/other" + i % 2, i, "other"));
        }

        assertThat(failures.get(60, TimeUnit.SECONDS)).isZero();
    }

    @Test
    public void losesNoRequestWhenAnotherTakesOver() throws Exception {
        ServiceReference<RestResource> serving = add("/keys", 0, "keys");
        CompletableFuture<Integer> failures = CompletableFuture.supplyAsync(() -> {
            int failed = 0;
            for (int i = 0; i < 200; i++) {
                failed += api.get("/keys").send().status() == 200 ? 0 : 1;
            }
            return failed;
        });

        for (int i = 1; i <= 10; i++) {
            ServiceReference<RestResource> next = add("/keys", i, "keys");
            api.remove(serving);
            serving = next;
        }

        assertThat(failures.get(60, TimeUnit.SECONDS)).isZero();
    }

    @Test
    public void triesAgainWhereAServiceCannotBeHadYet() {
        ServiceReference<RestResource> reference = api.services().announce("/late");
        api.add(reference);
        assertThat(api.installed().missing(Set.of()))
                .hasSize(1)
                .first()
                .asString()
                .contains("/late");
        assertThat(api.get("/late").send().status()).isEqualTo(404);

        api.services().provide(reference, new Named("late"));

        until(() -> api.installed().at("/late").isPresent());
        assertThat(api.installed().missing(Set.of())).isEmpty();
        assertThat(answer("/late")).isEqualTo("late");
    }

    @Test
    public void saysThatAResourceIsThereOnlyWhenRequestsFindIt() throws Exception {
        ServiceReference<RestResource> reference = api.services().announce("/late");
        api.add(reference);
        CompletableFuture<Integer> early = CompletableFuture.supplyAsync(() -> {
            until(() -> api.installed().missing(Set.of("/late")).isEmpty());
            return api.get("/late").send().status();
        });

        api.services().provide(reference, new Named("late"));

        assertThat(early.get(20, TimeUnit.SECONDS)).isEqualTo(200);
    }

    @Test
    public void missesAResourceThatAComponentIsAboutToBring() {
        assertThat(api.installed().missing(Set.of("/late"))).containsExactly("REST resource /late is not served yet");

        add("/late", 0, "late");

        assertThat(api.installed().missing(Set.of("/late"))).isEmpty();
    }

    @Test
    public void refusesPrefixesThatAreNoPaths() {
        for (String prefix : new String[] {"", "/", "late", "/late/", "/late/{id}", "//late"}) {
            ServiceReference<RestResource> reference = add(prefix, 0, "late");

            assertThat(api.installed().missing(Set.of())).as(prefix).hasSize(1);
            api.remove(reference);
            assertThat(api.installed().missing(Set.of())).isEmpty();
        }
    }

    @Test
    public void forgetsTheClassesOfABundleThatIsGone() throws Exception {
        WeakReference<ClassLoader> loader = serveFromALoaderOfItsOwn();

        until(() -> {
            System.gc();
            return loader.get() == null;
        });
    }

    /** In a method of its own, so that no variable keeps the loader. */
    private WeakReference<ClassLoader> serveFromALoaderOfItsOwn() throws Exception {
        URL classes = Named.class.getProtectionDomain().getCodeSource().getLocation();
        ClassLoader loader = new URLClassLoader(new URL[] {classes}, Named.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (!name.startsWith(Named.class.getName())) {
                    return super.loadClass(name, resolve);
                }
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        };
        RestResource resource = (RestResource)
                loader.loadClass(Named.class.getName()).getConstructor().newInstance();
        ServiceReference<RestResource> reference = api.services().register("/leak", 0, resource);
        api.add(reference);
        String body = "{\"name\":\"n\",\"others\":[]}";
        assertThat(api.post("/leak", body).send().text()).isEqualTo(body);
        assertThat(api.post("/leak", "{\"x\":1}").send().status()).isEqualTo(422);
        api.remove(reference);
        api.services().forget(reference);
        return new WeakReference<>(loader);
    }

    private ServiceReference<RestResource> add(String prefix, int ranking, String name) {
        ServiceReference<RestResource> reference = api.services().register(prefix, ranking, new Named(name));
        api.add(reference);
        return reference;
    }

    private String answer(String path) {
        return api.get(path).send().json().path("name").asText();
    }

    private static void until(BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.onSpinWait();
        }
    }
}
