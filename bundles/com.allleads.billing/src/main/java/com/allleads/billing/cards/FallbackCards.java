package com.allleads.billing.cards;

import com.allleads.api.person.PersonId;
import com.allleads.api.rest.FieldErrors;
import com.allleads.api.store.Transactions;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The cards that a person named, in their order, to be charged in place of another one whose processor attempted nothing. A card that
 * is removed is named no more.
 */
@Component(service = FallbackCards.class)
public final class FallbackCards {

    /** How many can be named. */
    public static final int MOST = 3;

    private final Jdbi jdbi;
    private final Cards cards;
    private final Transactions transactions;

    @Activate
    public FallbackCards(
            @Reference(target = "(schema=com.allleads.billing)") Jdbi jdbi,
            @Reference Cards cards,
            @Reference Transactions transactions) {
        this.jdbi = jdbi;
        this.cards = cards;
        this.transactions = transactions;
    }

    /** What a person named, in their order; empty where nothing. */
    public List<Card> of(PersonId person) {
        List<String> named = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT card FROM billing_fallback_card WHERE person = :person ORDER BY place")
                .bind("person", person.toString())
                .mapTo(String.class)
                .list());
        if (named.isEmpty()) {
            return List.of();
        }
        var byId = cards.of(person).stream().collect(Collectors.toMap(Card::id, Function.identity()));
        return named.stream().map(byId::get).toList();
    }

    /**
     * Names cards, in place of those that were named before; none ends it.
     *
     * @throws com.allleads.api.rest.ProblemException 422 naming what cannot be accepted
     */
    public List<Card> set(PersonId person, List<String> wanted) {
        Set<String> own = cards.of(person).stream().map(Card::id).collect(Collectors.toSet());
        new FieldErrors()
                .require(wanted != null, "cards", "must be a list, empty where none is to be charged")
                .refuse();
        new FieldErrors()
                .require(own.containsAll(wanted), "cards", "must be cards of yours")
                .require(wanted.stream().distinct().count() == wanted.size(), "cards", "must each be named once")
                .require(wanted.size() <= MOST, "cards", "must be at most " + MOST)
                .refuse();
        transactions.required(() -> jdbi.useHandle(handle -> {
            handle.execute("DELETE FROM billing_fallback_card WHERE person = ?", person.toString());
            for (int place = 0; place < wanted.size(); place++) {
                handle.execute(
                        "INSERT INTO billing_fallback_card (person, place, card) VALUES (?, ?, ?)",
                        person.toString(),
                        place,
                        wanted.get(place));
            }
        }));
        return of(person);
    }
}
