package com.allleads.policy.acceptance;

import com.allleads.api.person.PersonId;
import com.allleads.api.vault.PersonalRecords;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the policy's capability holds about a person: which versions they accepted. */
@Component(service = PersonalRecords.class)
public final class AcceptancesOfPerson implements PersonalRecords {

    private final Acceptances acceptances;

    @Activate
    public AcceptancesOfPerson(@Reference Acceptances acceptances) {
        this.acceptances = acceptances;
    }

    @Override
    public String capability() {
        return "policy";
    }

    @Override
    public Map<String, Object> heldAbout(PersonId person) {
        return Map.of("acceptances", acceptances.of(person));
    }
}
