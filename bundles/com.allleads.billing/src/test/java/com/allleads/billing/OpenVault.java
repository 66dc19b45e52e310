package com.allleads.billing;

import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import com.allleads.api.vault.Field;
import com.allleads.api.vault.Recipient;
import com.allleads.api.vault.Reveal;
import com.allleads.api.vault.Use;
import com.allleads.api.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Seals so that a test can see it, and remembers uses for as long as it lives; everybody is called the same. */
public final class OpenVault implements Vault {

    private final Map<PersonId, List<Use>> uses = new ConcurrentHashMap<>();
    private volatile Optional<Reveal.Reason> refusal = Optional.empty();

    /** Refuses every use from now on. */
    public void refuse(Reveal.Reason reason) {
        refusal = Optional.of(reason);
    }

    @Override
    public byte[] seal(PersonId person, String context, byte[] plain) {
        String closed = person + "|" + context + "|" + new String(plain, StandardCharsets.UTF_8);
        return closed.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Optional<byte[]> open(PersonId person, String context, byte[] closed) {
        String text = new String(closed, StandardCharsets.UTF_8);
        String prefix = person + "|" + context + "|";
        return text.startsWith(prefix)
                ? Optional.of(text.substring(prefix.length()).getBytes(StandardCharsets.UTF_8))
                : Optional.empty();
    }

    @Override
    public void enrol(PersonId person, Map<Field, String> values, String point) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Reveal reveal(PersonId person, Set<Field> fields, String purpose, Recipient recipient) {
        return new Reveal.Revealed(Map.of(Field.NAME, "Ann <b>Berg</b>"));
    }

    @Override
    public Optional<Reveal.Reason> recordUse(PersonId person, Set<Field> fields, String purpose, Recipient recipient) {
        if (refusal.isEmpty()) {
            List<String> names = fields.stream().map(Field::name).sorted().toList();
            uses.computeIfAbsent(person, any -> new CopyOnWriteArrayList<>())
                    .add(new Use(Instant.now(), names, purpose, recipient));
        }
        return refusal;
    }

    @Override
    public Optional<PersonId> findByEmail(String email) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void correct(PersonId person, Map<Field, Optional<String>> changes, String point) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<PersonId> held(Collection<PersonId> people) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Slice<Use> uses(PersonId person, int limit, Optional<String> cursor) {
        return new Slice<>(List.copyOf(uses.getOrDefault(person, List.of())), Optional.empty());
    }

    @Override
    public Instant erase(PersonId person) {
        throw new UnsupportedOperationException();
    }
}
