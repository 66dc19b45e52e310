package com.allleads.audit.promises;

import com.allleads.api.consent.Purpose;
import com.allleads.api.person.PersonId;
import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PromiseCheck;
import com.allleads.api.vault.UseLog;
import com.allleads.audit.Looks;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code security.misuse}: no operator looked at somebody's data without an entry that says so. */
@Component(service = PromiseCheck.class)
public final class LooksRecorded implements PromiseCheck {

    private final UseLog uses;
    private final Looks looks;

    @Activate
    public LooksRecorded(@Reference UseLog uses, @Reference Looks looks) {
        this.uses = uses;
        this.looks = looks;
    }

    @Override
    public String promise() {
        return "security.misuse";
    }

    @Override
    public Evidence count() {
        Map<String, Long> looked = new TreeMap<>();
        uses.since(Purpose.ADMINISTRATION, looks.keptSince())
                .forEach(use -> looked.merge(use.person().toString(), use.count(), Long::sum));
        long unrecorded = looked.entrySet().stream()
                .mapToLong(person -> Math.max(0, person.getValue() - looks.recorded(PersonId.parse(person.getKey()))))
                .sum();
        return Evidence.none(
                "looksWithoutRecord",
                unrecorded,
                "looksOfOperators",
                looked.values().stream().mapToLong(Long::longValue).sum(),
                "Looks of operators at somebody's data that the record of what operators did does not know of.");
    }
}
