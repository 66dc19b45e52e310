package com.allleads.vault;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.person.PersonId;
import com.allleads.api.vault.ErasureListener;
import com.allleads.api.vault.Field;
import com.allleads.api.vault.Vault;
import com.allleads.store.testing.StoreRule;
import com.allleads.store.transactions.PlatformJdbi;
import com.allleads.vault.corrections.Corrections;
import com.allleads.vault.erasure.ErasureJournal;
import com.allleads.vault.erasure.Erasures;
import com.allleads.vault.keys.KeyFiles;
import com.allleads.vault.keys.KeyTrouble;
import com.allleads.vault.keys.MasterRotation;
import com.allleads.vault.keys.OrphanKeys;
import com.allleads.vault.keys.PersonKeys;
import com.allleads.vault.persons.DeclaredFields;
import com.allleads.vault.persons.Lookups;
import com.allleads.vault.persons.Persons;
import com.allleads.vault.persons.Values;
import com.allleads.vault.rights.Requests;
import com.allleads.vault.uses.ChainVerification;
import com.allleads.vault.uses.OutsideReceipts;
import com.allleads.vault.uses.UseChains;
import com.allleads.vault.uses.UseGrounds;
import com.allleads.vault.uses.UseHistory;
import com.allleads.vault.uses.UseRecorder;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.junit.rules.ExternalResource;
import org.junit.rules.RuleChain;
import org.junit.rules.TemporaryFolder;
import org.junit.rules.TestRule;

/** The vault put together as the container does it, on two databases in memory and with key files in a folder. */
public final class VaultHouse extends ExternalResource {

    public static final String NODE = "test-node";

    public final StoreRule data = new StoreRule("db/changelog.xml");
    public final StoreRule keyStore = new StoreRule("db/keys.xml");
    public final TemporaryFolder instance = new TemporaryFolder();
    public final FakeConsent consent = new FakeConsent();
    public final List<ErasureListener> listeners = new CopyOnWriteArrayList<>();

    public KeyFiles files;
    public PersonKeys keys;
    public Persons persons;
    public Values values;
    public Lookups lookups;
    public DeclaredFields declared;
    public UseRecorder recorder;
    public UseHistory history;
    public UseGrounds grounds;
    public ChainVerification verification;
    public Requests requests;
    public Corrections corrections;
    public ErasureJournal journal;
    public Erasures erasures;
    public OrphanKeys orphans;
    public MasterRotation rotation;
    public Vault vault;

    /** The databases and the vault on them, as one rule. */
    public TestRule rule() {
        return RuleChain.outerRule(instance).around(data).around(keyStore).around(this);
    }

    @Override
    protected void before() {
        start();
    }

    @Override
    protected void after() {
        recorder.stop();
    }

    /** As freshly installed, so that tests can share the databases, which take long to make. */
    public void clear() {
        data.jdbi().useHandle(handle -> List.of(
                        "vault_correction_notice",
                        "vault_correction",
                        "vault_request",
                        "vault_value",
                        "vault_lookup",
                        "vault_person",
                        "vault_erasure_told",
                        "vault_declared_field",
                        "vault_retention_result",
                        "vault_retention_sweep",
                        "vault_use",
                        "vault_use_terms",
                        "vault_use_batch",
                        "vault_use_chain",
                        "vault_origin")
                .forEach(table -> handle.execute("DELETE FROM " + table)));
        keyStore.jdbi()
                .useHandle(handle -> List.of("vault_key", "vault_master_key", "vault_key_rotation", "vault_key_store")
                        .forEach(table -> handle.execute("DELETE FROM " + table)));
        for (File secret : folder().resolve("secrets").toFile().listFiles()) {
            assertThat(secret.delete()).isTrue();
        }
        listeners.clear();
        restart();
    }

    /** As when the bundle starts again. */
    public void restart() {
        recorder.stop();
        start();
    }

    private void start() {
        files = new KeyFiles(data.jdbi(), keyJdbi(), folder(), new KeyTrouble());
        keys = new PersonKeys(keyJdbi(), files, data.groupRead(), 1_000);
        rotation = new MasterRotation(files);
        persons = new Persons(data.jdbi());
        values = new Values(data.jdbi());
        lookups = new Lookups(data.jdbi(), files);
        declared = new DeclaredFields(data.jdbi());
        recorder = new UseRecorder(data.groupCommit(), NODE);
        history = new UseHistory(data.jdbi());
        grounds = new UseGrounds(data.jdbi());
        verification = new ChainVerification(data.jdbi(), new UseChains(data.jdbi()));
        requests = new Requests(data.jdbi());
        corrections = new Corrections(data.jdbi(), new OutsideReceipts(data.jdbi()));
        journal = new ErasureJournal(folder());
        erasures = new Erasures(
                keys, persons, values, lookups, data.transactions(), requests, listeners::forEach, journal);
        orphans = new OrphanKeys(keyStore.jdbi(), persons);
        vault = new EncryptedVault(
                consent,
                data.transactions(),
                keys,
                persons,
                values,
                lookups,
                recorder,
                history,
                erasures,
                corrections,
                requests);
    }

    /** The vault of another node on the same databases, with a memory of its own. */
    public Vault otherNode() {
        PersonKeys itsKeys = new PersonKeys(keyJdbi(), files, data.groupRead(), 1_000);
        Erasures itsErasures = new Erasures(
                itsKeys, persons, values, lookups, data.transactions(), requests, listeners::forEach, journal);
        return new EncryptedVault(
                consent,
                data.transactions(),
                itsKeys,
                persons,
                values,
                lookups,
                recorder,
                history,
                itsErasures,
                corrections,
                requests);
    }

    /** The key store as the vault gets it: JDBI's own transactions work. */
    public Jdbi keyJdbi() {
        return PlatformJdbi.plain(keyStore.dataSource());
    }

    public Path folder() {
        return instance.getRoot().toPath();
    }

    /** Enrols somebody with this name and email. */
    public PersonId enrol(String name, String email) {
        PersonId person = PersonId.random();
        Map<Field, String> entered = new HashMap<>();
        entered.put(Field.NAME, name);
        entered.put(Field.EMAIL, email);
        vault.enrol(person, entered, "registration");
        return person;
    }

    /** Enrols somebody whose values nobody else has. */
    public PersonId enrol() {
        String unique = PersonId.random().toString();
        return enrol("Name " + unique, unique + "@mail.example");
    }

    /** Has uses name other terms, that differ in one column, as somebody with access to the database would. */
    public void tamperTerms(String column, String value, String whichUses, Object... values) {
        data.jdbi().useHandle(handle -> {
            List<Integer> numbers = handle.select("SELECT DISTINCT terms FROM vault_use WHERE " + whichUses, values)
                    .mapTo(Integer.class)
                    .list();
            for (int number : numbers) {
                List<String> columns = List.of("fields", "purpose", "basis", "recipient_kind", "recipient_name");
                String copied = columns.stream()
                        .map(name -> name.equals(column) ? "CAST(? AS VARCHAR(64))" : name)
                        .collect(Collectors.joining(", "));
                handle.execute(
                        "INSERT INTO vault_use_terms (" + String.join(", ", columns) + ") SELECT " + copied
                                + " FROM vault_use_terms WHERE id = ?",
                        value,
                        number);
                List<Object> all = new ArrayList<>(List.of(values));
                all.add(0, number);
                handle.execute(
                        "UPDATE vault_use SET terms = (SELECT MAX(id) FROM vault_use_terms) WHERE terms = ? AND "
                                + whichUses,
                        all.toArray());
            }
        });
    }

    /** Changes the data as somebody with access to the database would. */
    public void tamper(String sql, Object... values) {
        data.jdbi().useHandle(handle -> handle.execute(sql, values));
    }
}
