package com.allleads.glassbox;

import com.allleads.glassbox.host.HostList;
import com.allleads.glassbox.host.Standings;
import com.allleads.glassbox.host.TrustedBundles;
import com.allleads.glassbox.tries.Tries;
import com.allleads.glassbox.wall.Wall;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Raises the wall when the bundle starts, before anything that might have to wait for a component. Without the list of the
 * host's bundles it does not start, and no adapter is used.
 */
public final class GlassBoxActivator implements BundleActivator {

    private static final Logger LOG = LoggerFactory.getLogger(GlassBoxActivator.class);
    private static final String FOUND = "digests";

    private Wall wall;

    /** Made by the framework. */
    public GlassBoxActivator() {}

    @Override
    public void start(BundleContext context) throws IOException {
        TrustedBundles trusted = new TrustedBundles(Path.of(context.getProperty("karaf.etc")));
        HostList host = HostList.of(Path.of(context.getProperty("karaf.home")));
        long begun = System.nanoTime();
        Standings standings = new Standings(context.getBundle().getBundleId(), host, trusted);
        Path found = context.getDataFile(FOUND).toPath();
        standings.recall(found);
        standings.lookAt(context.getBundles());
        standings.keep(found, context.getBundles());
        context.registerService(TrustedBundles.class, trusted, null);
        wall = new Wall(context, standings, new Tries());
        wall.raise();
        LOG.info(
                "The glass box stands around {}; {} bundles were looked at, {} ms",
                wall.boxed(),
                context.getBundles().length,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
    }

    @Override
    public void stop(BundleContext context) {
        wall.drop();
    }
}
