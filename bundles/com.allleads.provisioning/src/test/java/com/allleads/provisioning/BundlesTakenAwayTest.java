package com.allleads.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.karaf.features.deploying.Deployment;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;

public class BundlesTakenAwayTest {

    private static final String ADAPTER = "mvn:example/adapter/1.0";

    private final Karaf karaf = new Karaf();
    private final BundlesTakenAway takenAway =
            new BundlesTakenAway(Karaf.answering(BundleContext.class, Map.of()), karaf.service());

    @Test
    public void hasGivenUpTheFeatureWhenTheUninstallReturns() {
        karaf.require("adapter", ADAPTER);

        takenAway.bundleChanged(uninstalled());

        assertThat(karaf.required()).isEmpty();
    }

    @Test
    public void leavesToKarafWhatKarafItselfUninstalls() {
        karaf.require("adapter", ADAPTER);

        Deployment.during(() -> takenAway.bundleChanged(uninstalled()));

        assertThat(karaf.required()).containsExactly("adapter");
    }

    private static BundleEvent uninstalled() {
        return new BundleEvent(BundleEvent.UNINSTALLED, Karaf.answering(Bundle.class, Map.of("getLocation", ADAPTER)));
    }
}
