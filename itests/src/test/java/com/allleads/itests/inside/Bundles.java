package com.allleads.itests.inside;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.FrameworkWiring;

/** The platform's own bundles, as an operator handles them. */
final class Bundles {

    private static final String OWN = "com.allleads.";
    private static final long REFRESH_SECONDS = 120;

    List<Bundle> own() {
        return Stream.of(context().getBundles())
                .filter(bundle -> bundle.getSymbolicName().startsWith(OWN))
                .toList();
    }

    Bundle named(String name) {
        return own().stream()
                .filter(bundle -> bundle.getSymbolicName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    void restart(Bundle bundle) throws BundleException {
        bundle.stop();
        bundle.start();
    }

    /** Gives it, and whoever is wired to it, a new class loader. */
    void refresh(Bundle bundle) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        context()
                .getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                .adapt(FrameworkWiring.class)
                .refreshBundles(Set.of(bundle), (FrameworkEvent event) -> done.countDown());
        if (!done.await(REFRESH_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the refresh of " + bundle.getSymbolicName() + " does not end");
        }
    }

    /** Asked for when it is needed: the test is also made outside of the container, to say how that is to be. */
    private static BundleContext context() {
        return FrameworkUtil.getBundle(Bundles.class).getBundleContext();
    }
}
