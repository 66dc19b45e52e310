package com.allleads.vault.keys;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.SecretKey;

/** The master keys that this node has of those in use: one, and two while it is being replaced. Never changes. */
final class Masters {

    private final NavigableMap<Integer, SecretKey> keys;

    Masters(Map<Integer, SecretKey> keys) {
        this.keys = new TreeMap<>(keys);
    }

    /**
     * The generation that new keys are wrapped with.
     *
     * @throws IllegalStateException where this node has none that is in use
     */
    int newest() {
        if (keys.isEmpty()) {
            throw new IllegalStateException(
                    "this node does not have the master key that is in use now: give it the file " + MasterFiles.PRESENT
                            + " of another node, into secrets/");
        }
        return keys.lastKey();
    }

    /**
     * The key of a generation.
     *
     * @throws IllegalStateException where this node does not have it; the message names the fix
     */
    SecretKey key(int generation) {
        return Optional.ofNullable(keys.get(generation))
                .orElseThrow(() -> new IllegalStateException("this node does not have master key " + generation
                        + ", which wraps keys of people: give it the file " + MasterFiles.NEXT
                        + " of the node that made it, into secrets/"));
    }

    /** Whether the key that a person's key is wrapped with is here. */
    boolean opens(WrappedKey wrapped) {
        return wrapped.generation().map(keys::containsKey).orElse(true);
    }

    /**
     * Decrypts a person's key.
     *
     * @return empty where it was altered
     * @throws IllegalStateException as {@link #key}
     */
    Optional<byte[]> unwrap(WrappedKey wrapped) {
        Collection<SecretKey> candidates = wrapped.generation()
                .map(generation -> (Collection<SecretKey>) List.of(key(generation)))
                .orElseGet(keys::values);
        return candidates.stream()
                .flatMap(key -> Envelope.open(key, Belonging.key(wrapped.person()), wrapped.wrapped()).stream())
                .findFirst();
    }
}
