package com.allleads.provisioning;

import org.apache.karaf.features.FeaturesService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a bundle that an operator uninstalled stay away. Karaf makes everything that was ever asked for complete again whenever a
 * feature or a KAR is installed, and so would bring the bundle back by the feature that it came with; that feature is therefore
 * given up together with its bundle, before the uninstall returns: whatever is installed next finds it gone.
 */
@Component(service = {})
public final class BundlesTakenAway implements SynchronousBundleListener {

    private static final Logger LOG = LoggerFactory.getLogger(BundlesTakenAway.class);
    private static final String KARAF_FEATURES = FeaturesService.class.getPackageName() + ".";
    private static final StackWalker CALLERS = StackWalker.getInstance();

    private final BundleContext context;
    private final RequiredFeatures features;

    @Activate
    public BundlesTakenAway(BundleContext context, @Reference FeaturesService features) {
        this.context = context;
        this.features = new RequiredFeatures(features);
        context.addBundleListener(this);
    }

    @Deactivate
    public void stop() {
        context.removeBundleListener(this);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.UNINSTALLED && !karafItself()) {
            giveUp(event.getBundle().getLocation());
        }
    }

    /**
     * Whether Karaf's features service is what uninstalls, which knows what it requires and would wait for itself if it were asked
     * on its own thread.
     */
    private static boolean karafItself() {
        return CALLERS.walk(
                frames -> frames.anyMatch(frame -> frame.getClassName().startsWith(KARAF_FEATURES)));
    }

    private void giveUp(String location) {
        try {
            features.giveUp(location).forEach(name -> LOG.info("Feature {} left with its bundle {}", name, location));
        } catch (Exception e) {
            LOG.warn("{} may come back with the next feature, as its own could not be given up", location, e);
        }
    }
}
