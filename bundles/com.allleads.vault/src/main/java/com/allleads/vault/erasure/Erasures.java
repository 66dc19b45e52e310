package com.allleads.vault.erasure;

import com.allleads.api.person.PersonId;
import com.allleads.api.store.Transactions;
import com.allleads.api.vault.ErasureListener;
import com.allleads.vault.keys.PersonKeys;
import com.allleads.vault.persons.Lookups;
import com.allleads.vault.persons.Persons;
import com.allleads.vault.persons.Persons.ErasedPerson;
import com.allleads.vault.persons.Values;
import com.allleads.vault.rights.Requests;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases people. The key goes first and for good; all that follows can be done again at any time: what a crash, a failing
 * capability or one that was away left undone, {@link #catchUp} does.
 */
@Component(service = Erasures.class)
public final class Erasures {

    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);
    private static final int PAGE = 500;

    private final PersonKeys keys;
    private final Persons persons;
    private final Values values;
    private final Lookups lookups;
    private final Transactions transactions;
    private final Requests requests;
    private final Listeners listeners;
    private final ErasureJournal journal;

    @Activate
    public Erasures(
            @Reference PersonKeys keys,
            @Reference Persons persons,
            @Reference Values values,
            @Reference Lookups lookups,
            @Reference Transactions transactions,
            @Reference Requests requests,
            @Reference Listeners listeners,
            @Reference ErasureJournal journal) {
        this.keys = keys;
        this.persons = persons;
        this.values = values;
        this.lookups = lookups;
        this.transactions = transactions;
        this.requests = requests;
        this.listeners = listeners;
        this.journal = journal;
    }

    /**
     * Erases somebody.
     *
     * @return when they were erased first
     * @throws IllegalStateException where there never was such a person, or inside a transaction
     */
    public Instant erase(PersonId person) {
        if (transactions.active()) {
            throw new IllegalStateException("nobody is erased inside a transaction: it could not be rolled back");
        }
        if (!persons.present(List.of(person)).isEmpty()) {
            // Before the key: a backup that is restored after a crash in between must not bring the person back.
            journal.add(person, Instant.now());
        }
        Instant at = keys.destroy(person);
        forget(person, at);
        listeners.forEach(listener -> tell(listener, new ErasedPerson(person, at)));
        return at;
    }

    /** Does what earlier erasures left undone. */
    public void catchUp() {
        complete();
        forgetThoseWithoutKeys();
        destroyKeysThatCameBack();
        listeners.forEach(listener -> persons.untold(listener.capability()).forEach(erased -> tell(listener, erased)));
    }

    private void forget(PersonId person, Instant at) {
        transactions.required(() -> {
            if (persons.markErased(person, at)) {
                values.removeAll(person);
                lookups.remove(person);
            }
            // Nobody can ask for anything or be told anything any more.
            Stream.of(Requests.Kind.values()).forEach(kind -> requests.answered(person, kind));
        });
    }

    /** One that fails is told again; it keeps neither the others nor the erasure. */
    private void tell(ErasureListener listener, ErasedPerson erased) {
        try {
            transactions.required(() -> {
                if (!persons.wasTold(erased.person(), listener.capability())) {
                    listener.erased(erased.person(), erased.at());
                    persons.told(erased.person(), listener.capability());
                }
            });
        } catch (RuntimeException e) {
            LOG.warn("Capability {} failed at an erasure; it will be told again", listener.capability(), e);
        }
    }

    /** What was written down and not done, as after a crash or after the key store was restored by other means. */
    private void complete() {
        List<PersonId> people = new ArrayList<>(journal.erased().keySet());
        for (int i = 0; i < people.size(); i += PAGE) {
            keys.read(people.subList(i, Math.min(i + PAGE, people.size())))
                    .keySet()
                    .forEach(keys::destroy);
        }
    }

    private void forgetThoseWithoutKeys() {
        Map<PersonId, Instant> destroyed = keys.destroyed();
        // Also those of another node, and of a time before there was a journal.
        journal.addAll(destroyed);
        List<PersonId> people = new ArrayList<>(destroyed.keySet());
        for (int i = 0; i < people.size(); i += PAGE) {
            Set<PersonId> unmarked = persons.present(people.subList(i, Math.min(i + PAGE, people.size())));
            unmarked.forEach(person -> forget(person, destroyed.get(person)));
        }
    }

    /** As after the key store was restored from a backup that is older than an erasure. */
    private void destroyKeysThatCameBack() {
        Optional<PersonId> last = Optional.empty();
        List<ErasedPerson> page = persons.erased(last, PAGE);
        while (!page.isEmpty()) {
            Set<PersonId> readable =
                    keys.read(page.stream().map(ErasedPerson::person).toList()).keySet();
            readable.forEach(keys::destroy);
            if (!readable.isEmpty()) {
                LOG.warn("Destroyed {} keys of people who were erased before; they had come back", readable.size());
            }
            page = persons.erased(Optional.of(page.get(page.size() - 1).person()), PAGE);
        }
    }
}
