package com.allleads.vault.keys;

import com.allleads.api.person.PersonId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Replaces the master key while people come and go. The new key is made beside the old one, written down as in use, and then
 * every person's key is wrapped anew, so that between any two steps each key opens with one of two master keys that are both
 * there. The old one goes out of use when the key store itself finds nothing wrapped with it, and only then is its file
 * destroyed. Each step can be done again, by this node or by another one.
 */
@Component(service = MasterRotation.class)
public final class MasterRotation {

    private static final int PAGE = 200;

    private final KeyFiles files;
    private final MasterRows rows;

    @Activate
    public MasterRotation(@Reference KeyFiles files) {
        this.files = files;
        rows = files.rows();
    }

    /**
     * Takes a new master key into use; {@link #proceed} does the rest.
     *
     * @return whether none was being replaced already
     */
    synchronized boolean begin(String operator, String reason, Watcher watcher) {
        files.settle();
        NavigableMap<Integer, String> inUse = rows.inUse();
        if (inUse.size() > 1) {
            return false;
        }
        byte[] key = files.files().makeNext();
        watcher.reached(Step.FILE_MADE, 0, 0);
        boolean begun = rows.begin(inUse.lastKey() + 1, KeyFile.print(key), operator, reason);
        files.lookAgain();
        watcher.reached(Step.IN_USE, 0, 0);
        return begun;
    }

    /** Whether a master key is being replaced, by this node or another one. */
    boolean underWay() {
        return rows.inUse().size() > 1;
    }

    /** Destroys the file of a key that went out of use, where another node or a crash left that undone. */
    synchronized void settle() {
        files.settle();
    }

    /**
     * Goes on with a replacement, wherever it stands, to its end.
     *
     * @throws IllegalStateException where keys of people are found that no master key opens; the older one stays in use then
     */
    void proceed(Watcher watcher) {
        files.lookAgain();
        NavigableMap<Integer, String> inUse = rows.inUse();
        if (inUse.size() == 1) {
            settle();
            return;
        }
        int newest = inUse.lastKey();
        do {
            rewrapAll(newest, watcher);
        } while (!retire(newest, inUse.get(newest), watcher));
    }

    /** Only one at a time takes keys out of use and destroys files. */
    private synchronized boolean retire(int newest, String print, Watcher watcher) {
        if (!rows.retireAllBut(newest, print)) {
            return false;
        }
        watcher.reached(Step.RETIRED, 0, 0);
        files.settle();
        watcher.reached(Step.DESTROYED, 0, 0);
        return true;
    }

    /** Every replacement, newest first. */
    public List<Rotation> rotations() {
        return rows.rotations();
    }

    private void rewrapAll(int newest, Watcher watcher) {
        long total = rows.total();
        long altered = 0;
        List<WrappedKey> page = rows.page(newest, Optional.empty(), PAGE);
        while (!page.isEmpty()) {
            Map<PersonId, byte[]> rewrapped = rewrap(newest, page);
            rows.rewrap(newest, rewrapped);
            altered += page.size() - rewrapped.size();
            watcher.reached(Step.PAGE_REWRAPPED, total - rows.left(newest), total);
            page = rows.page(newest, Optional.of(page.get(page.size() - 1).person()), PAGE);
        }
        if (altered > 0) {
            throw new IllegalStateException(
                    "the keys of " + altered + " people were altered, so that no master key opens"
                            + " them: restore them from a backup of the key store, or erase these people; until then the older"
                            + " master key stays");
        }
    }

    /** In the order of the page, as others lock the rows of several people in this order too and would wait for each other. */
    private Map<PersonId, byte[]> rewrap(int newest, List<WrappedKey> page) {
        Masters masters = files.masters();
        Map<PersonId, byte[]> rewrapped = new LinkedHashMap<>();
        for (WrappedKey key : page) {
            masters.unwrap(key)
                    .ifPresent(raw -> rewrapped.put(
                            key.person(), Envelope.seal(masters.key(newest), Belonging.key(key.person()), raw)));
        }
        return rewrapped;
    }

    /** What a replacement has done. */
    enum Step {
        /** The new key's file is on the disk; nothing uses it. */
        FILE_MADE,
        /** The new key is in use beside the old one. */
        IN_USE,
        /** Some more people's keys are wrapped with it. */
        PAGE_REWRAPPED,
        /** Only the new key is in use. */
        RETIRED,
        /** The old key's file is destroyed. */
        DESTROYED
    }

    /** Is told how far a replacement is. */
    @FunctionalInterface
    interface Watcher {

        /** A step is done; so many keys of so many are wrapped anew, where that is what it does. */
        void reached(Step step, long done, long total);
    }
}
