package com.allleads.vault.keys;

import java.util.Optional;
import javax.crypto.SecretKey;

/** In the place of the vault's class of this name: nothing is encrypted. */
public final class Envelope {

    /** What an envelope adds to what is in it. */
    public static final int OVERHEAD_BYTES = 0;

    private Envelope() {}

    /** The same bytes. */
    public static byte[] seal(SecretKey key, Belonging belonging, byte[] plain) {
        return plain.clone();
    }

    /** The same bytes. */
    public static Optional<byte[]> open(SecretKey key, Belonging belonging, byte[] envelope) {
        return Optional.of(envelope.clone());
    }

    /** Whatever it is. */
    public static boolean isFormed(byte[] envelope) {
        return true;
    }
}
