package com.allleads.glassbox.wall;

import com.allleads.glassbox.tries.Kind;
import com.allleads.glassbox.tries.Tries;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.hooks.bundle.EventHook;
import org.osgi.framework.hooks.bundle.FindHook;

/** Lets who is in the box find, and hear of, nobody but itself and what came with it. */
final class BundleWall implements FindHook, EventHook {

    private final Residents residents;
    private final Tries tries;
    private final Bundle own;

    BundleWall(Residents residents, Tries tries, Bundle own) {
        this.residents = residents;
        this.tries = tries;
        this.own = own;
    }

    @Override
    public void find(BundleContext context, Collection<Bundle> found) {
        if (context.getBundle().equals(own) || context.getBundle().getBundleId() == Constants.SYSTEM_BUNDLE_ID) {
            return;
        }
        Optional<Bundle> boxed = residents.user(context);
        if (boxed.isPresent()) {
            List<Bundle> hidden = found.stream()
                    .filter(bundle -> !residents.sees(boxed.get(), bundle))
                    .toList();
            if (!hidden.isEmpty()) {
                found.removeAll(hidden);
                tries.note(boxed.get(), Kind.BUNDLE, asked(hidden));
            }
        }
    }

    @Override
    public void event(BundleEvent event, Collection<BundleContext> contexts) {
        contexts.removeIf(context ->
                residents.boxed(context.getBundle()) && !residents.sees(context.getBundle(), event.getBundle()));
    }

    private static String asked(List<Bundle> hidden) {
        return hidden.size() > 1
                ? "every bundle"
                : hidden.stream().map(Bundle::getSymbolicName).collect(Collectors.joining());
    }
}
