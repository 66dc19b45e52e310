package com.allleads.glassbox.tries;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What bundles in the box tried and didn't get, until it is written down. Noted under locks of the framework, so nothing here
 * waits for anything; what one bundle tries again and again is one entry with a count, and there is an end to how many
 * different things are kept. Safe for use by many threads.
 */
public final class Tries {

    private static final Logger LOG = LoggerFactory.getLogger(Tries.class);
    private static final int MOST = 10_000;
    private static final int WHAT_LENGTH = 400;

    private final Map<Key, Attempt> waiting = new ConcurrentHashMap<>();
    private final Map<Key, Boolean> told = new ConcurrentHashMap<>();

    private record Key(String bundle, Kind kind, String what) {}

    /** How a bundle is named here. */
    public static String name(Bundle bundle) {
        String name = Optional.ofNullable(bundle.getSymbolicName()).orElseGet(bundle::getLocation) + " "
                + bundle.getVersion();
        return name.substring(0, Math.min(name.length(), WHAT_LENGTH));
    }

    /** Notes a try. */
    public void note(Bundle by, Kind kind, String what) {
        String shown = what.substring(0, Math.min(what.length(), WHAT_LENGTH));
        Key key = new Key(name(by), kind, shown);
        if (waiting.size() >= MOST && !waiting.containsKey(key)) {
            return;
        }
        Instant now = Instant.now();
        waiting.merge(key, new Attempt(key.bundle(), kind, shown, now, now, 1), Attempt::and);
        if (told.size() < MOST && told.putIfAbsent(key, true) == null) {
            LOG.warn(
                    "{} tried and did not get: {} {}", key.bundle(), kind.name().toLowerCase(Locale.ROOT), shown);
        }
    }

    /** Takes out what was not written down yet. */
    List<Attempt> take() {
        List<Attempt> taken = new ArrayList<>();
        for (Key key : List.copyOf(waiting.keySet())) {
            Optional.ofNullable(waiting.remove(key)).ifPresent(taken::add);
        }
        return taken;
    }

    /** Puts back what could not be written down. */
    void putBack(Attempt attempt) {
        waiting.merge(new Key(attempt.bundle(), attempt.kind(), attempt.what()), attempt, Attempt::and);
    }
}
