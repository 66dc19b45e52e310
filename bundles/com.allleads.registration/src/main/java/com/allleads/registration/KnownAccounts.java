package com.allleads.registration;

import com.allleads.api.person.PersonId;
import com.allleads.api.registration.AccountDirectory;
import com.allleads.api.registration.Accounts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What other capabilities may know of accounts. */
@Component
public final class KnownAccounts implements Accounts, AccountDirectory {

    /** How many people one query asks for: well below what either database takes. */
    private static final int PER_QUERY = 500;

    private final AccountTable accounts;
    private final PasswordCheck passwords;

    @Activate
    public KnownAccounts(@Reference AccountTable accounts, @Reference PasswordCheck passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    @Override
    public Optional<Status> status(PersonId person) {
        return accounts.status(person);
    }

    @Override
    public boolean active(PersonId person) {
        return accounts.active(person);
    }

    @Override
    public Set<PersonId> registered(Collection<PersonId> people) {
        return inParts(people, accounts::among);
    }

    @Override
    public Set<PersonId> deactivated(Collection<PersonId> people) {
        return inParts(people, part -> accounts.among(part, Status.DEACTIVATED));
    }

    @Override
    public String language(PersonId person) {
        return accounts.language(person);
    }

    @Override
    public List<PersonId> active(Optional<PersonId> after, int limit) {
        return accounts.active(after, limit);
    }

    @Override
    public List<PersonId> activeSince(Instant since, Optional<PersonId> after, int limit) {
        return accounts.activeSince(since, after, limit);
    }

    @Override
    public long countActive() {
        return accounts.count(Status.ACTIVE);
    }

    @Override
    public Map<PersonId, Instant> deactivatedAt(Collection<PersonId> people) {
        return accounts.deactivatedAt(people);
    }

    @Override
    public Map<PersonId, String> languages(Collection<PersonId> people) {
        return accounts.languages(people);
    }

    @Override
    public Map<PersonId, Instant> registeredAt(Collection<PersonId> people) {
        return accounts.registeredAt(people);
    }

    private static Set<PersonId> inParts(
            Collection<PersonId> people, Function<List<PersonId>, Collection<PersonId>> query) {
        List<PersonId> all = new ArrayList<>(people);
        Set<PersonId> found = new HashSet<>();
        for (int from = 0; from < all.size(); from += PER_QUERY) {
            found.addAll(query.apply(all.subList(from, Math.min(from + PER_QUERY, all.size()))));
        }
        return found;
    }

    @Override
    public boolean passwordMatches(PersonId person, String password) {
        return passwords.right(accounts.find(person), password);
    }
}
