package com.allleads.vault.keys;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * How bytes are encrypted: AES-256-GCM with a random nonce, as {@code version | nonce | ciphertext and tag}. What they
 * belong to is authenticated with them, so that an envelope opens nowhere else. Safe for use by many threads.
 */
public final class Envelope {

    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final int HEAD_BYTES = 1 + NONCE_BYTES;
    /** What an envelope adds to what is in it. */
    public static final int OVERHEAD_BYTES = HEAD_BYTES + TAG_BYTES;

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Making a cipher costs several times more than using one. */
    private static final ThreadLocal<Cipher> CIPHER = ThreadLocal.withInitial(Envelope::newCipher);

    private Envelope() {}

    /** Encrypts. */
    public static byte[] seal(SecretKey key, Belonging belonging, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] envelope = new byte[plain.length + OVERHEAD_BYTES];
        envelope[0] = VERSION;
        System.arraycopy(nonce, 0, envelope, 1, NONCE_BYTES);
        try {
            Cipher cipher = CIPHER.get();
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
            cipher.updateAAD(belonging.bytes());
            cipher.doFinal(plain, 0, plain.length, envelope, HEAD_BYTES);
            return envelope;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("encryption failed", e);
        }
    }

    /** Decrypts; empty where it is no envelope, was altered, was sealed with another key, or belongs elsewhere. */
    public static Optional<byte[]> open(SecretKey key, Belonging belonging, byte[] envelope) {
        if (!isFormed(envelope)) {
            return Optional.empty();
        }
        try {
            Cipher cipher = CIPHER.get();
            cipher.init(
                    Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, envelope, 1, NONCE_BYTES));
            cipher.updateAAD(belonging.bytes());
            return Optional.of(cipher.doFinal(envelope, HEAD_BYTES, envelope.length - HEAD_BYTES));
        } catch (AEADBadTagException altered) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("decryption failed", e);
        }
    }

    /** Whether it has an envelope's form; whether it opens is another question. */
    public static boolean isFormed(byte[] envelope) {
        return envelope.length >= OVERHEAD_BYTES && envelope[0] == VERSION;
    }

    private static Cipher newCipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has AES in GCM", impossible);
        }
    }
}
