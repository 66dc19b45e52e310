package com.allleads.registration.promises;

import com.allleads.api.person.PersonId;
import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PromiseCheck;
import com.allleads.api.vault.Vault;
import com.allleads.registration.AccountTable;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Registration's part of promise {@code correction}: behind every account stands the person's data, so that whoever can sign
 * in can see and correct what is held.
 */
@Component(service = PromiseCheck.class)
public final class CorrectableAccounts implements PromiseCheck {

    private static final int PER_QUERY = 500;

    private static final String OPEN = "FROM registration_account WHERE password_hash NOT IN ('"
            + AccountTable.NO_PASSWORD + "', '" + AccountTable.FORGETTING + "')";

    private final Jdbi jdbi;
    private final Vault vault;

    @Activate
    public CorrectableAccounts(
            @Reference(target = "(schema=com.allleads.registration)") Jdbi jdbi, @Reference Vault vault) {
        this.jdbi = jdbi;
        this.vault = vault;
    }

    @Override
    public String promise() {
        return "correction";
    }

    @Override
    public Evidence count() {
        long accounts = 0;
        long without = 0;
        List<PersonId> people = after("");
        while (!people.isEmpty()) {
            accounts += people.size();
            List<PersonId> missing = new ArrayList<>(people);
            missing.removeAll(vault.held(people));
            // Whoever was erased between the two looks has no account any more.
            without += missing.isEmpty() ? 0 : stillOpen(missing);
            people = after(people.get(people.size() - 1).toString());
        }
        return Evidence.none(
                "accountsWithoutData",
                without,
                "accounts",
                accounts,
                "Accounts whose person could neither see nor correct anything, as the vault holds nobody for them.");
    }

    private List<PersonId> after(String person) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT person " + OPEN
                        + " AND person > :person ORDER BY person FETCH FIRST " + PER_QUERY + " ROWS ONLY")
                .bind("person", person)
                .map((row, context) -> PersonId.parse(row.getString("person")))
                .list());
    }

    private long stillOpen(List<PersonId> people) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT COUNT(*) " + OPEN + " AND person IN (<people>)")
                .bindList("people", people.stream().map(PersonId::toString).toList())
                .mapTo(Long.class)
                .one());
    }
}
