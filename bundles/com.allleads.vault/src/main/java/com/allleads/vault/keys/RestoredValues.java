package com.allleads.vault.keys;

import com.allleads.api.backup.RestoredCheck;
import com.allleads.api.person.PersonId;
import com.allleads.vault.persons.StoredValue;
import com.allleads.vault.persons.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Of restored people: that data and keys are of one site, and that a sample of values opens with the keys and the master key of
 * this site. Of whoever was erased since there is no key any more, and nothing opens: that is meant so.
 */
@Component
public final class RestoredValues implements RestoredCheck {

    private static final int SAMPLE = 200;

    private final KeyFiles files;

    @Activate
    public RestoredValues(@Reference KeyFiles files) {
        this.files = files;
    }

    @Override
    public String name() {
        return "values open with the restored keys";
    }

    @Override
    public List<String> problems(DataSource data, DataSource keys) {
        List<String> problems = new ArrayList<>();
        Jdbi restored = Jdbi.create(data);
        Jdbi keyStore = Jdbi.create(keys);
        if (!Objects.equals(
                origin(restored, "SELECT origin FROM vault_origin WHERE slot = 1"),
                origin(keyStore, "SELECT origin FROM vault_key_store WHERE slot = 1"))) {
            problems.add("the data and the keys are of two different sites: on a new machine give the backup of the key"
                    + " store too");
            return problems;
        }
        List<StoredValue> sample = new Values(restored).page(Optional.empty(), SAMPLE);
        Map<PersonId, SecretKey> opened;
        try {
            opened = new StoredKeys(keyStore, files)
                    .read(sample.stream().map(StoredValue::person).distinct().toList());
        } catch (IllegalStateException e) {
            problems.add("the keys do not open with secrets/" + KeyFiles.MASTER + ": "
                    + "put the one of the time of the" + " backup there");
            return problems;
        }
        long closed = sample.stream()
                .filter(value -> opened.containsKey(value.person()))
                .filter(value -> Envelope.open(
                                opened.get(value.person()),
                                Belonging.value(value.person(), value.field(), value.point()),
                                value.envelope())
                        .isEmpty())
                .count();
        if (closed > 0) {
            problems.add(closed + " of " + sample.size() + " values do not open with their person's key");
        }
        long without = withoutKey(sample, keyStore);
        if (without > 0) {
            problems.add(
                    "of " + without + " of " + sample.size() + " values the person has no key, and none was destroyed");
        }
        return problems;
    }

    /** A destroyed key leaves its row; no row at all means that the key was lost. */
    private static long withoutKey(List<StoredValue> sample, Jdbi keyStore) {
        if (sample.isEmpty()) {
            return 0;
        }
        List<String> people = sample.stream()
                .map(value -> value.person().toString())
                .distinct()
                .toList();
        List<String> known = keyStore.withHandle(
                handle -> handle.createQuery("SELECT person FROM vault_key WHERE person IN (<people>)")
                        .bindList("people", people)
                        .mapTo(String.class)
                        .list());
        return sample.stream()
                .filter(value -> !known.contains(value.person().toString()))
                .count();
    }

    private static Optional<String> origin(Jdbi jdbi, String query) {
        return jdbi.withHandle(
                handle -> handle.createQuery(query).mapTo(String.class).findOne());
    }
}
