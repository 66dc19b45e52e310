package com.allleads.glassbox;

import com.allleads.glassbox.host.Standing;
import com.allleads.glassbox.host.TrustedBundles;
import com.allleads.glassbox.tries.Tries;
import com.allleads.glassbox.wall.Wall;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What operators decide about bundles that the distribution didn't bring, written down with who, when and why. */
@Component(service = Decisions.class)
public final class Decisions {

    private static final Logger LOG = LoggerFactory.getLogger(Decisions.class);
    private static final int REASON_LENGTH = 500;

    private final BundleContext context;
    private final Wall wall;
    private final TrustedBundles trusted;
    private final Jdbi jdbi;

    /** Decides nothing by itself. */
    @Activate
    public Decisions(
            BundleContext context,
            @Reference Wall wall,
            @Reference TrustedBundles trusted,
            @Reference(target = "(schema=com.allleads.glassbox)") Jdbi jdbi) {
        this.context = context;
        this.wall = wall;
        this.trusted = trusted;
        this.jdbi = jdbi;
    }

    /** The bundles of a symbolic name, or the one of a number, that are not the host's own. */
    public List<Bundle> find(String name) {
        return Stream.of(context.getBundles())
                .filter(bundle ->
                        name.equals(bundle.getSymbolicName()) || name.equals(Long.toString(bundle.getBundleId())))
                .filter(bundle -> wall.standing(bundle) != Standing.HOST)
                .toList();
    }

    /** Takes a bundle for the host's own, exactly as it is installed now, and starts it as such. */
    public void trust(Bundle bundle, String operator, String reason) {
        String digest = wall.digest(bundle);
        write("TRUST", bundle, digest, operator, reason);
        trusted.add(digest, bundle.getLocation(), operator, reason);
        LOG.warn("Operator {} took {} out of the glass box", operator, bundle);
        wall.reconsider(bundle);
        start(bundle);
    }

    /** Puts a bundle into the box again; false where no decision took it out. */
    public boolean withdraw(Bundle bundle, String operator, String reason) {
        if (!trusted.remove(bundle.getLocation())) {
            return false;
        }
        write("WITHDRAW", bundle, wall.digest(bundle), operator, reason);
        LOG.warn("Operator {} put {} back into the glass box", operator, bundle);
        wall.reconsider(bundle);
        return true;
    }

    private void write(String decision, Bundle bundle, String digest, String operator, String reason) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "INSERT INTO glassbox_decision (decided_at, operator, decision, bundle, digest, reason)"
                                + " VALUES (:at, :operator, :decision, :bundle, :digest, :reason)")
                .bind("at", Clock.systemUTC().millis())
                .bind("operator", operator)
                .bind("decision", decision)
                .bind("bundle", Tries.name(bundle))
                .bind("digest", digest)
                .bind("reason", reason.substring(0, Math.min(reason.length(), REASON_LENGTH)))
                .execute());
    }

    /** What could not start in the box may now; what is to start at a later level waits for it. */
    private static void start(Bundle bundle) {
        try {
            if (bundle.getHeaders("").get("Fragment-Host") == null) {
                bundle.start();
            }
        } catch (BundleException e) {
            throw new IllegalStateException(
                    "It is trusted, but does not start: "
                            + Optional.ofNullable(e.getMessage()).orElse(""),
                    e);
        }
    }
}
