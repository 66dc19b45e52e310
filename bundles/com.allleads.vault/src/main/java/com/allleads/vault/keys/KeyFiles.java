package com.allleads.vault.keys;

import com.allleads.api.secret.SecretFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Jdbi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The two keys that are in no database: the master key, which wraps the keys of people, and the look-up key, which hashes
 * what people are found by. Made at the first start; later a missing or wrong file is refused, as a new one would make all
 * data unreadable without a word. While the master key is being replaced there are two of it.
 */
@Component(service = KeyFiles.class)
public final class KeyFiles {

    static final String MASTER = MasterFiles.PRESENT;
    static final String LOOKUP = "vault-lookup.key";

    private final MasterFiles files;
    private final MasterRows rows;
    private final KeyTrouble trouble;
    private final byte[] lookup;
    private volatile Masters masters;

    @Activate
    public KeyFiles(
            @Reference(target = "(&(schema=com.allleads.vault)(datasource=allleads))") Jdbi data,
            @Reference(target = "(&(schema=com.allleads.vault)(datasource=allleads-keys))") Jdbi keys,
            @Reference KeyTrouble trouble) {
        this(
                new Pairing(data, keys),
                new MasterRows(keys),
                new MasterFiles(SecretFile.named(MASTER), SecretFile.named(MasterFiles.NEXT)),
                SecretFile.named(LOOKUP),
                trouble);
    }

    /** With the key files of the instance in this folder. */
    public KeyFiles(Jdbi data, Jdbi keys, Path instance, KeyTrouble trouble) {
        this(
                new Pairing(data, keys),
                new MasterRows(keys),
                new MasterFiles(SecretFile.below(instance, MASTER), SecretFile.below(instance, MasterFiles.NEXT)),
                SecretFile.below(instance, LOOKUP),
                trouble);
    }

    private KeyFiles(Pairing pairing, MasterRows rows, MasterFiles files, SecretFile lookupFile, KeyTrouble trouble) {
        this.files = files;
        this.rows = rows;
        this.trouble = trouble;
        try {
            Optional<Pairing.Prints> prints = pairing.check();
            refuseMissing(rows.inUse());
            KeyFile lookupKey = new KeyFile(lookupFile);
            String print = KeyFile.print(
                    prints.map(known -> files.read(known.master())).orElseGet(files::first));
            lookup = prints.map(known -> lookupKey.read(known.lookup())).orElseGet(lookupKey::readOrMake);
            pairing.pair(new Pairing.Prints(print, KeyFile.print(lookup)));
            settle();
        } catch (IllegalStateException e) {
            trouble.is("The vault does not start: " + e.getMessage());
            throw e;
        }
    }

    /** The master keys that this node has. */
    Masters masters() {
        return masters;
    }

    MasterFiles files() {
        return files;
    }

    MasterRows rows() {
        return rows;
    }

    /** Compares the files with what is in use now; one at a time, so that nobody goes by what another has overtaken. */
    synchronized void lookAgain() {
        masters = look(rows.inUse());
    }

    /**
     * The same, and destroys the file of a key that went out of use. Only for whoever takes keys out of use: Derby now and then shows
     * others a row that is being deleted as gone, also where the deletion is then refused.
     */
    synchronized void settle() {
        NavigableMap<Integer, String> inUse = rows.inUse();
        masters = look(inUse);
        if (inUse.size() == 1) {
            files.settle(inUse.firstEntry().getValue());
        }
    }

    /** The hash by which a value of a field is found; without the look-up key nothing can be told from it. */
    public byte[] lookupHash(String field, String value) {
        return KeyFile.hmac(lookup, (field + '\0' + value).getBytes(StandardCharsets.UTF_8));
    }

    /** Each must be there before anything is made or written. */
    private void refuseMissing(NavigableMap<Integer, String> inUse) {
        if (inUse.size() > 1 && files.find(inUse.lastEntry().getValue()).isEmpty()) {
            throw new IllegalStateException(
                    "the master key is being replaced and this node lacks the new one: put secrets/" + MasterFiles.NEXT
                            + " of the node that made it into secrets/ of this one");
        }
    }

    private Masters look(NavigableMap<Integer, String> inUse) {
        Map<Integer, SecretKey> keys = new TreeMap<>();
        inUse.forEach((generation, print) ->
                files.find(print).ifPresent(key -> keys.put(generation, new SecretKeySpec(key, "AES"))));
        if (keys.size() < inUse.size()) {
            trouble.is(
                    "The vault lacks a master key: put " + MasterFiles.NEXT + " of the node that made it into secrets/"
                            + " of this one; until then this node reads nobody whose key is wrapped with it");
        } else {
            trouble.isOver();
        }
        return new Masters(keys);
    }
}
