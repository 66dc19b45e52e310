package com.allleads.vault.promises;

import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PromiseCheck;
import com.allleads.vault.keys.PersonKeys;
import com.allleads.vault.persons.Lookups;
import com.allleads.vault.persons.Persons;
import com.allleads.vault.persons.Persons.ErasedPerson;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code deactivation}: nobody who was erased has a key, with which copies of their data could be read, and nobody can be
 * found by their old email.
 */
@Component(service = PromiseCheck.class)
public final class ErasedForGood implements PromiseCheck {

    private static final int PAGE = 500;

    private final Persons persons;
    private final PersonKeys keys;
    private final Lookups lookups;

    @Activate
    public ErasedForGood(@Reference Persons persons, @Reference PersonKeys keys, @Reference Lookups lookups) {
        this.persons = persons;
        this.keys = keys;
        this.lookups = lookups;
    }

    @Override
    public String promise() {
        return "deactivation";
    }

    @Override
    public Evidence count() {
        long erased = 0;
        long readable = 0;
        List<ErasedPerson> page = persons.erased(Optional.empty(), PAGE);
        while (!page.isEmpty()) {
            erased += page.size();
            readable +=
                    keys.read(page.stream().map(ErasedPerson::person).toList()).size();
            page = persons.erased(Optional.of(page.get(page.size() - 1).person()), PAGE);
        }
        return Evidence.none(
                "erasedButReadable",
                readable + lookups.ofErased(),
                "erasedPersons",
                erased,
                "Erased persons whose data could still be read because their key is there, or who could still be found"
                        + " by their email.");
    }
}
