package com.allleads.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

public class PathsAwayTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final long LONG_AGO = NOW.minusSeconds(86_400).toEpochMilli();

    private int state = Bundle.ACTIVE;
    private long lastModified = LONG_AGO;
    private boolean installed = true;

    private final Bundle bundle = stub(Bundle.class);
    private final PathsAway paths = new PathsAway(stub(BundleContext.class), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    public void oneThatNobodyBroughtIsNotThere() {
        assertThat(paths.isAway("/me")).isFalse();
        assertThat(paths.isAwayOrBelow("/me/cards", "")).isFalse();
    }

    @Test
    public void isAwayWhileItsBundleIsStoppedOrWaits() {
        paths.brought("/me", stub(ServiceReference.class));

        state = Bundle.RESOLVED;
        assertThat(paths.isAway("/me")).isTrue();
        assertThat(paths.isAwayOrBelow("/me/cards", "")).isTrue();
        assertThat(paths.isAwayOrBelow("/mean", "")).isFalse();
        assertThat(paths.isAwayOrBelow("/me/cards", "/me")).isFalse();
        state = Bundle.ACTIVE;
        assertThat(paths.isAway("/me")).isTrue();
    }

    @Test
    public void isGoneOnceItsBundleIsUninstalled() {
        paths.brought("/me", stub(ServiceReference.class));

        installed = false;

        assertThat(paths.isAway("/me")).isFalse();
    }

    @Test
    public void isGoneWhereANewVersionDoesNotBringItAnyMore() {
        paths.brought("/me", stub(ServiceReference.class));

        lastModified = NOW.minusSeconds(30).toEpochMilli();
        assertThat(paths.isAway("/me")).isTrue();
        lastModified = NOW.minusSeconds(90).toEpochMilli();
        assertThat(paths.isAway("/me")).isFalse();
    }

    private <T> T stub(Class<T> type) {
        Map<String, Supplier<Object>> answers = Map.of(
                "getBundle", () -> installed ? bundle : null,
                "getBundleId", () -> 7L,
                "getState", () -> state,
                "getLastModified", () -> lastModified);
        return type.cast(Proxy.newProxyInstance(
                PathsAwayTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.get(method.getName()).get()));
    }
}
