package com.allleads.vault.promises;

import com.allleads.api.person.PersonId;
import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PromiseCheck;
import com.allleads.vault.keys.Belonging;
import com.allleads.vault.keys.Envelope;
import com.allleads.vault.keys.PersonKeys;
import com.allleads.vault.persons.StoredValue;
import com.allleads.vault.persons.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code security.misuse}: every stored value is encrypted with the key of the very person, for the very field and place.
 * Anything else in the column, clear text first of all, does not open.
 */
@Component(service = PromiseCheck.class)
public final class EncryptedValues implements PromiseCheck {

    private static final int PAGE = 500;

    private final Values values;
    private final PersonKeys keys;

    @Activate
    public EncryptedValues(@Reference Values values, @Reference PersonKeys keys) {
        this.values = values;
        this.keys = keys;
    }

    @Override
    public String promise() {
        return "security.misuse";
    }

    @Override
    public Evidence count() {
        long all = 0;
        long notEncrypted = 0;
        List<StoredValue> page = values.page(Optional.empty(), PAGE);
        while (!page.isEmpty()) {
            all += page.size();
            notEncrypted += notEncrypted(page);
            page = values.page(Optional.of(page.get(page.size() - 1)), PAGE);
        }
        return Evidence.none(
                "valuesNotEncrypted",
                notEncrypted,
                "values",
                all,
                "Stored personal values that are not encrypted with the key of their person.");
    }

    private long notEncrypted(List<StoredValue> page) {
        Map<PersonId, SecretKey> found =
                keys.read(page.stream().map(StoredValue::person).collect(Collectors.toSet()));
        return page.stream()
                .filter(value -> !encrypted(value, Optional.ofNullable(found.get(value.person()))))
                .count();
    }

    /** Without the key, as in the middle of an erasure, only the form can be told. */
    private static boolean encrypted(StoredValue value, Optional<SecretKey> key) {
        Belonging belonging = Belonging.value(value.person(), value.field(), value.point());
        return key.map(k -> Envelope.open(k, belonging, value.envelope()).isPresent())
                .orElseGet(() -> Envelope.isFormed(value.envelope()));
    }
}
