package com.allleads.vault.keys;

import com.allleads.api.secret.SecretFile;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files that master keys are in: that of the present one, and beside it that of its successor. Which file holds which key
 * is told by the keys' prints alone, so that a crash between any two steps of a replacement leaves nothing to guess.
 */
final class MasterFiles {

    static final String PRESENT = "vault-master.key";
    static final String NEXT = "vault-master.next.key";

    private final KeyFile present;
    private final KeyFile next;

    MasterFiles(SecretFile present, SecretFile next) {
        this.present = new KeyFile(present);
        this.next = new KeyFile(next);
    }

    /** The key of the first start. */
    byte[] first() {
        return present.readOrMake();
    }

    /** The key with this print, in whichever file it is. */
    Optional<byte[]> find(String print) {
        return Stream.of(present, next)
                .flatMap(file -> file.find().stream())
                .filter(key -> KeyFile.print(key).equals(print))
                .findFirst();
    }

    /**
     * The key with this print, which must be there.
     *
     * @throws IllegalStateException where it is not; the message names the fix
     */
    byte[] read(String print) {
        // Where only one file is there, that one is the wrong one.
        return find(print).orElseGet(() -> present.read(print));
    }

    /** The successor's key, made where an operator did not bring it. */
    byte[] makeNext() {
        return next.readOrMake();
    }

    /** Only the key with this print is in use: it is in the file of the present one then, and its predecessor is destroyed. */
    void settle(String print) {
        if (holds(next, print)) {
            next.takePlaceOf(present);
        }
    }

    private static boolean holds(KeyFile file, String print) {
        return file.find().filter(key -> KeyFile.print(key).equals(print)).isPresent();
    }
}
