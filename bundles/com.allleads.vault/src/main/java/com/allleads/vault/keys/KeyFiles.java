package com.allleads.vault.keys;

import com.allleads.api.secret.SecretFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Jdbi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The two keys that are in no database: the master key, which wraps the keys of people, and the look-up key, which hashes
 * what people are found by. Made at the first start; later a missing or wrong file is refused, as a new one would make all
 * data unreadable without a word.
 */
@Component(service = KeyFiles.class)
public final class KeyFiles {

    static final String MASTER = "vault-master.key";
    static final String LOOKUP = "vault-lookup.key";

    private final byte[] master;
    private final byte[] lookup;

    @Activate
    public KeyFiles(
            @Reference(target = "(&(schema=com.allleads.vault)(datasource=allleads))") Jdbi data,
            @Reference(target = "(&(schema=com.allleads.vault)(datasource=allleads-keys))") Jdbi keys,
            @Reference KeyTrouble trouble) {
        this(new Pairing(data, keys), SecretFile.named(MASTER), SecretFile.named(LOOKUP), trouble);
    }

    /** With the key files of the instance in this folder. */
    public KeyFiles(Jdbi data, Jdbi keys, Path instance, KeyTrouble trouble) {
        this(new Pairing(data, keys), SecretFile.below(instance, MASTER), SecretFile.below(instance, LOOKUP), trouble);
    }

    private KeyFiles(Pairing pairing, SecretFile masterFile, SecretFile lookupFile, KeyTrouble trouble) {
        try {
            Optional<Pairing.Prints> prints = pairing.check();
            KeyFile masterKey = new KeyFile(masterFile);
            KeyFile lookupKey = new KeyFile(lookupFile);
            master = prints.map(known -> masterKey.read(known.master())).orElseGet(masterKey::readOrMake);
            lookup = prints.map(known -> lookupKey.read(known.lookup())).orElseGet(lookupKey::readOrMake);
            pairing.pair(new Pairing.Prints(KeyFile.print(master), KeyFile.print(lookup)));
            trouble.isOver();
        } catch (IllegalStateException e) {
            trouble.is("The vault does not start: " + e.getMessage());
            throw e;
        }
    }

    /** The key that wraps the keys of people. */
    SecretKey master() {
        return new SecretKeySpec(master, "AES");
    }

    /** The hash by which a value of a field is found; without the look-up key nothing can be told from it. */
    public byte[] lookupHash(String field, String value) {
        return KeyFile.hmac(lookup, (field + '\0' + value).getBytes(StandardCharsets.UTF_8));
    }
}
