package com.allleads.vault.keys;

import com.allleads.api.config.InvalidConfigurationException;
import com.allleads.api.config.Setting;
import com.allleads.api.person.PersonId;
import com.allleads.api.store.GroupRead;
import com.allleads.api.store.Lookup;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A key per person, kept wrapped by the master key in the key store. Every statement commits by itself, also where the
 * caller is in a transaction: a key must be durable before anything is encrypted with it, and once destroyed it stays so.
 *
 * <p>The cache only spares the key store a query. Whoever uses a key has just read that the person is not erased, so that a
 * key destroyed on another node opens nothing here.
 */
@Component(service = PersonKeys.class, configurationPid = PersonKeys.PID)
@Designate(ocd = VaultConfiguration.class)
public final class PersonKeys {

    static final String PID = "com.allleads.vault";

    private static final Logger LOG = LoggerFactory.getLogger(PersonKeys.class);
    private static final int KEY_BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Jdbi keys;
    private final KeyFiles files;
    private final StoredKeys stored;
    /** For those who are not in the cache. */
    private final Lookup<PersonId, SecretKey> absent;

    private volatile Cache<PersonId, SecretKey> cache;

    @Activate
    public PersonKeys(
            @Reference(target = "(&(schema=com.allleads.vault)(datasource=allleads-keys))") Jdbi keys,
            @Reference KeyFiles files,
            @Reference GroupRead groupRead,
            VaultConfiguration configuration) {
        this(keys, files, groupRead, cache(configuration));
    }

    /** With a cache of so many keys. */
    public PersonKeys(Jdbi keys, KeyFiles files, GroupRead groupRead, int cached) {
        this(keys, files, groupRead, Caffeine.newBuilder().maximumSize(cached).build());
    }

    private PersonKeys(Jdbi keys, KeyFiles files, GroupRead groupRead, Cache<PersonId, SecretKey> cache) {
        this.keys = keys;
        this.files = files;
        this.stored = new StoredKeys(keys, files);
        this.absent = groupRead.lookupElsewhere(stored::read);
        this.cache = cache;
    }

    @Modified
    void modified(VaultConfiguration configuration) {
        try {
            cache = cache(configuration);
        } catch (InvalidConfigurationException e) {
            LOG.error("{}; the settings stay as they were", e.getMessage());
        }
    }

    /**
     * Makes a person's key, durable when it is returned. Where an enrolment rolled back before, its key is used.
     *
     * @throws IllegalStateException where the person was erased
     */
    public SecretKey make(PersonId person) {
        byte[] raw = new byte[KEY_BYTES];
        RANDOM.nextBytes(raw);
        return insert(person, raw) ? remember(person, raw) : existing(person);
    }

    /** Whether the key was written, and nobody had one before. */
    private boolean insert(PersonId person, byte[] raw) {
        for (int tries = 1; ; tries++) {
            try {
                insert(person, raw, files.masters());
                return true;
            } catch (UnableToExecuteStatementException e) {
                if (Duplicates.caused(e)) {
                    return false;
                }
                if (!Duplicates.causedByReference(e) || tries == StoredKeys.MOST_LOOKS) {
                    throw e;
                }
            }
            // The master key was replaced meanwhile.
            files.lookAgain();
        }
    }

    private void insert(PersonId person, byte[] raw, Masters masters) {
        int generation = masters.newest();
        keys.useHandle(handle -> handle.createUpdate("INSERT INTO vault_key (person, wrapped, generation, made_at)"
                        + " VALUES (:person, :wrapped, :generation, :now)")
                .bind("person", person.toString())
                .bind("wrapped", Envelope.seal(masters.key(generation), Belonging.key(person), raw))
                .bind("generation", generation)
                .bind("now", System.currentTimeMillis())
                .execute());
    }

    private SecretKey remember(PersonId person, byte[] raw) {
        SecretKey key = new SecretKeySpec(raw, "AES");
        cache.put(person, key);
        return key;
    }

    private SecretKey existing(PersonId person) {
        return find(person).orElseThrow(() -> new IllegalStateException("this person was erased"));
    }

    /** A person's key, where they have one that is not destroyed. */
    public Optional<SecretKey> find(PersonId person) {
        return Optional.ofNullable(cache.get(person, asked -> absent.find(asked).orElse(null)));
    }

    /** The keys of many people with one query, past the cache; those without a key are left out. */
    public Map<PersonId, SecretKey> read(Collection<PersonId> people) {
        return stored.read(people);
    }

    /**
     * Destroys a person's key, for good when this returns.
     *
     * @return when it was destroyed first
     * @throws IllegalStateException where there never was one
     */
    public Instant destroy(PersonId person) {
        Instant destroyed = keys.withHandle(handle -> {
            handle.createUpdate(
                            "UPDATE vault_key SET wrapped = NULL, generation = NULL, destroyed_at = COALESCE(destroyed_at, :now)"
                                    + " WHERE person = :person AND (wrapped IS NOT NULL OR destroyed_at IS NULL)")
                    .bind("now", System.currentTimeMillis())
                    .bind("person", person.toString())
                    .execute();
            return handle.createQuery("SELECT destroyed_at FROM vault_key WHERE person = :person")
                    .bind("person", person.toString())
                    .mapTo(Long.class)
                    .findOne()
                    .map(Instant::ofEpochMilli)
                    .orElseThrow(() -> new IllegalStateException("there is no such person"));
        });
        // After the row: whoever loads the key from now on finds none.
        cache.invalidate(person);
        return destroyed;
    }

    /** Everybody whose key was destroyed, and when. */
    public Map<PersonId, Instant> destroyed() {
        return keys.withHandle(handle -> handle.createQuery(
                        "SELECT person, destroyed_at FROM vault_key WHERE destroyed_at IS NOT NULL")
                .reduceRows(new HashMap<>(), (destroyed, row) -> {
                    destroyed.put(
                            PersonId.parse(row.getColumn("person", String.class)),
                            Instant.ofEpochMilli(row.getColumn("destroyed_at", Long.class)));
                    return destroyed;
                }));
    }

    static Cache<PersonId, SecretKey> cache(VaultConfiguration configuration) {
        Setting setting = Setting.of(PID);
        return Caffeine.newBuilder()
                .maximumSize(setting.between("keys.cached", configuration::keys_cached, 0, 1_000_000))
                .expireAfterWrite(Duration.ofSeconds(
                        setting.between("keys.cached.seconds", configuration::keys_cached_seconds, 1, 86_400)))
                .build();
    }
}
