package com.allleads.audit;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.audit.Subject;
import com.allleads.api.person.PersonId;
import com.allleads.api.rest.Problem;
import com.allleads.api.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Seals the reasons of acts that are about a person, and opens them. */
@Component(service = Reasons.class)
public final class Reasons {

    private static final int LONGEST = 500;

    private volatile Vault vault;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void set(Vault present) {
        vault = present;
    }

    void unset(Vault gone) {
        if (vault == gone) {
            vault = null;
        }
    }

    /** The reason as it is to be kept in the entry of this number. */
    KeptReason keep(OperatorAct act, long number) {
        if (act.reason().isEmpty()) {
            return KeptReason.NONE;
        }
        String reason = act.reason().get();
        String words = reason.substring(
                0, reason.offsetByCodePoints(0, Math.min(LONGEST, reason.codePointCount(0, reason.length()))));
        return person(act.subject())
                .map(person -> sealed(person, number, words))
                .orElseGet(() -> new KeptReason(Optional.of(words), false));
    }

    private KeptReason sealed(PersonId person, long number, String words) {
        Vault known = vault;
        if (known == null) {
            throw Problem.unavailable("The vault, which seals why an operator acts on a person, is not there:"
                            + " start it on the console by bundle:start com.allleads.vault. Nothing was done.")
                    .exception();
        }
        if (!known.held(Set.of(person)).contains(person)) {
            // Whoever was erased or never was has no key, and in clear it is not kept.
            return KeptReason.NONE;
        }
        byte[] sealed = known.seal(person, context(number), words.getBytes(StandardCharsets.UTF_8));
        return new KeptReason(Optional.of(Base64.getEncoder().encodeToString(sealed)), true);
    }

    /** A reason in clear, where it can be read. */
    Optional<String> open(StoredEntry entry) {
        if (!entry.sealed()) {
            return entry.reason();
        }
        Vault known = vault;
        Optional<PersonId> person = entry.subject().map(PersonId::parse);
        if (known == null || person.isEmpty()) {
            return Optional.empty();
        }
        return entry.reason()
                .flatMap(text -> known.open(
                        person.get(),
                        context(entry.number()),
                        Base64.getDecoder().decode(text)))
                .map(plain -> new String(plain, StandardCharsets.UTF_8));
    }

    private static Optional<PersonId> person(Optional<Subject> subject) {
        return subject.filter(one -> one.kind().equals(Subject.PERSON)).map(one -> PersonId.parse(one.id()));
    }

    private static String context(long number) {
        return "audit.entry/" + number;
    }
}
