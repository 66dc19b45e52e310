package com.allleads.provisioning;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.karaf.features.FeaturesService;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a bundle that an operator uninstalled stay away. Karaf makes everything that was ever asked for complete again whenever a
 * feature or a KAR is installed, and so would bring the bundle back by the feature that it came with; that feature is therefore
 * given up together with its bundle.
 */
@Component(service = {})
public final class BundlesTakenAway implements BundleListener {

    private static final Logger LOG = LoggerFactory.getLogger(BundlesTakenAway.class);

    private final BundleContext context;
    private final RequiredFeatures features;
    /** Features are given up outside the framework's own event thread, which this would hold up. */
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "allleads-provisioning"));

    @Activate
    public BundlesTakenAway(BundleContext context, @Reference FeaturesService features) {
        this.context = context;
        this.features = new RequiredFeatures(features);
        context.addBundleListener(this);
    }

    @Deactivate
    public void stop() {
        context.removeBundleListener(this);
        thread.shutdown();
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.UNINSTALLED) {
            Bundle gone = event.getBundle();
            String location = gone.getLocation();
            thread.execute(() -> giveUp(location));
        }
    }

    private void giveUp(String location) {
        // It was only exchanged.
        if (context.getBundle(location) != null) {
            return;
        }
        try {
            features.giveUp(location).forEach(name -> LOG.info("Feature {} left with its bundle {}", name, location));
        } catch (Exception e) {
            LOG.warn("{} may come back with the next feature, as its own could not be given up", location, e);
        }
    }
}
