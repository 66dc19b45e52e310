package com.allleads.glassbox.promises;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PromiseState;
import com.allleads.glassbox.host.HostList;
import com.allleads.glassbox.host.Standings;
import com.allleads.glassbox.host.TrustedBundles;
import com.allleads.glassbox.tries.Tries;
import com.allleads.glassbox.tries.TryRecord;
import com.allleads.glassbox.wall.Wall;
import com.allleads.store.testing.StoreRule;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/** With a framework of two bundles: the wall's own, and a stranger that runs. */
public final class EveryStrangerBoxedTest {

    private static final String STRANGER = "file:/tmp/stranger.jar";

    @Rule
    public final StoreRule store = new StoreRule("db/changelog.xml");

    @Rule
    public final TemporaryFolder home = new TemporaryFolder();

    private final Object wiring = proxy(BundleWiring.class, Map.of());

    @Before
    public void nothingIsTheHosts() throws IOException {
        Path list = home.getRoot().toPath().resolve(HostList.FILE);
        Files.createDirectories(list.getParent());
        Files.writeString(list, "");
    }

    @Test
    public void isKeptWhereEveryStrangerRunsBehindTheWall() throws Exception {
        // It comes once the wall stands.
        assertThat(count(false).state()).isEqualTo(PromiseState.KEPT);
    }

    @Test
    public void isBrokenByAStrangerThatRanBeforeTheWall() throws Exception {
        Evidence evidence = count(true);

        assertThat(evidence.state()).isEqualTo(PromiseState.BROKEN);
        assertThat(evidence.counts()).containsEntry("bundlesOutsideOfTheBox", 1L);
    }

    @Test
    public void isBrokenByAStrangerThatIsTrustedWhateverItContains() throws Exception {
        Files.writeString(home.getRoot().toPath().resolve(TrustedBundles.FILE), "* " + STRANGER + " olga now why\n");

        assertThat(count(false).state()).isEqualTo(PromiseState.BROKEN);
    }

    private Evidence count(boolean early) throws Exception {
        Bundle own = bundle(1, "file:/glassbox.jar");
        Bundle[] installed = {own, bundle(2, STRANGER)};
        Bundle[][] seen = {early ? installed : new Bundle[] {own}};
        Object system = proxy(
                Bundle.class,
                Map.of(
                        FrameworkWiring.class.getName(), proxy(FrameworkWiring.class, Map.of()),
                        FrameworkStartLevel.class.getName(), proxy(FrameworkStartLevel.class, Map.of())));
        BundleContext context = (BundleContext) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getBundles" -> seen[0];
                    case "getBundle" ->
                        arguments == null
                                ? own
                                : arguments[0] instanceof Long number ? installed[(int) (number - 1)] : system;
                    default -> nothing(method.getReturnType());
                });
        Path etc = home.getRoot().toPath();
        Wall wall = new Wall(context, new Standings(1, HostList.of(etc), new TrustedBundles(etc)), new Tries());
        wall.raise();
        seen[0] = installed;
        TryRecord record = new TryRecord(wall, store.jdbi());
        try {
            return new EveryStrangerBoxed(wall, record).count();
        } finally {
            record.close();
        }
    }

    private Bundle bundle(long number, String location) {
        return (Bundle) proxy(
                Bundle.class,
                Map.of(
                        "getBundleId",
                        number,
                        "getLocation",
                        location,
                        "getSymbolicName",
                        location,
                        "getVersion",
                        Version.emptyVersion,
                        "getState",
                        Bundle.ACTIVE,
                        BundleWiring.class.getName(),
                        wiring,
                        BundleStartLevel.class.getName(),
                        proxy(BundleStartLevel.class, Map.of())));
    }

    /** Answers what is known by a method's name, or by the name of the class to which it is to be adapted. */
    private static Object proxy(Class<?> type, Map<String, Object> known) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            String name = method.getName();
            if (name.equals("equals")) {
                return self == arguments[0];
            }
            if (name.equals("hashCode")) {
                return System.identityHashCode(self);
            }
            Object answer = known.get(name.equals("adapt") ? ((Class<?>) arguments[0]).getName() : name);
            return answer == null ? nothing(method.getReturnType()) : answer;
        });
    }

    private static Object nothing(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 0;
        }
        return type == long.class ? (Object) 0L : null;
    }
}
