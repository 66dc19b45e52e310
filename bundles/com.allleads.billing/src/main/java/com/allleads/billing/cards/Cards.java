package com.allleads.billing.cards;

import com.allleads.api.person.PersonId;
import com.allleads.api.store.Transactions;
import com.allleads.api.vault.Vault;
import com.allleads.billing.cards.AddCardAnswer.Added;
import com.allleads.billing.cards.AddCardAnswer.NoSuchProcessor;
import com.allleads.billing.cards.AddCardAnswer.Rejected;
import com.allleads.billing.cards.AddCardAnswer.Unavailable;
import com.allleads.billing.privacy.CurrentVault;
import com.allleads.billing.privacy.HandOvers;
import com.allleads.billing.processors.Disclosures;
import com.allleads.billing.processors.Disclosures.Occasion;
import com.allleads.billing.processors.InstalledProcessor;
import com.allleads.billing.processors.ProcessorCalls;
import com.allleads.billing.processors.Processors;
import com.allleads.spi.payment.CardCheck;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jdbi.v3.core.Jdbi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Adds, shows and removes cards. While the vault is away no token can be read, and so no card be added or charged. */
@Component(service = Cards.class)
public final class Cards {

    private static final int TOKEN_LENGTH = 500;
    private static final int BRAND_LENGTH = 40;
    private static final String SELECT =
            "SELECT id, processor, brand, last4, added_at FROM billing_card" + " WHERE person = :person";

    private final Jdbi jdbi;
    private final Processors processors;
    private final ProcessorCalls calls;
    private final Disclosures disclosures;
    private final HandOvers handOvers;
    private final CurrentVault vault;
    private final Transactions transactions;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public Cards(
            @Reference(target = "(schema=com.allleads.billing)") Jdbi jdbi,
            @Reference Processors processors,
            @Reference ProcessorCalls calls,
            @Reference Disclosures disclosures,
            @Reference HandOvers handOvers,
            @Reference CurrentVault vault,
            @Reference Transactions transactions) {
        this.jdbi = jdbi;
        this.processors = processors;
        this.calls = calls;
        this.disclosures = disclosures;
        this.handOvers = handOvers;
        this.vault = vault;
        this.transactions = transactions;
    }

    /**
     * Adds a card.
     *
     * @param person whose
     * @param processor the name of the processor that the person's browser got the token from
     * @param token what it got
     */
    public AddCardAnswer add(PersonId person, String processor, String token) {
        Optional<InstalledProcessor> asked = processors.active(processor);
        if (asked.isEmpty()) {
            return new NoSuchProcessor();
        }
        if (asked.get().addsCardsByRedirect()) {
            return new Rejected("Cards of this processor are added on its own pages.");
        }
        return add(person, asked.get(), token, card -> true);
    }

    /**
     * Adds a card whose token came out of a set-up on the processor's own pages.
     *
     * @param stored called in the transaction that stores the card, before it is; false leaves it, as when another node was faster
     */
    AddCardAnswer add(PersonId person, InstalledProcessor asked, String token, Predicate<Card> stored) {
        if (token.length() > TOKEN_LENGTH) {
            return new Rejected("This is no token of the processor.");
        }
        if (CardNumbers.in(token)) {
            return new Rejected("This looks like the number of a card, which only the processor may see.");
        }
        Optional<Vault> safe = vault.get();
        if (safe.isEmpty() || !handOvers.entered(person, asked.name(), Disclosures.CARD_CHECK)) {
            return new Unavailable("Cards cannot be stored at the moment.");
        }
        disclosures.record(person, asked, Occasion.CARD_CHECK, Disclosures.CARD_CHECK);
        Optional<CardCheck> check = calls.ask(asked, reached -> reached.checkCard(token));
        if (check.isEmpty()) {
            return new Unavailable("The processor does not answer at the moment.");
        }
        if (check.get() instanceof CardCheck.Rejected rejected) {
            return new Rejected(rejected.reason());
        }
        if (check.get() instanceof CardCheck.Unavailable unavailable) {
            return new Unavailable(unavailable.reason());
        }
        CardCheck.Accepted accepted = (CardCheck.Accepted) check.get();
        Card card = new Card(
                UUID.randomUUID().toString(),
                asked.name(),
                brand(accepted),
                accepted.last4(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        byte[] sealed = safe.get().seal(person, context(card.id()), token.getBytes(StandardCharsets.UTF_8));
        transactions.required(() -> {
            if (stored.test(card)) {
                store(person, card, sealed);
            }
        });
        return new Added(card);
    }

    /** A person's cards, in the order in which they were added. */
    public List<Card> of(PersonId person) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " ORDER BY added_at, id")
                .bind("person", person.toString())
                .map((row, context) -> card(row))
                .list());
    }

    /** A card of this person; empty for anybody else's. */
    public Optional<Card> find(PersonId person, String id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " AND id = :id")
                .bind("person", person.toString())
                .bind("id", id)
                .map((row, context) -> card(row))
                .findOne());
    }

    /**
     * Removes a card, and with it the token.
     *
     * @return false where the person has no such card
     */
    public boolean remove(PersonId person, String id) {
        return jdbi.withHandle(
                        handle -> handle.createUpdate("DELETE FROM billing_card WHERE person = :person AND id = :id")
                                .bind("person", person.toString())
                                .bind("id", id)
                                .execute())
                > 0;
    }

    /** The token of a card; empty where it cannot be read: the vault is away, or the card or the person is gone. */
    public Optional<String> token(PersonId person, String id) {
        Optional<Vault> safe = vault.get();
        if (safe.isEmpty()) {
            return Optional.empty();
        }
        return jdbi.withHandle(handle -> handle.createQuery(
                                "SELECT token FROM billing_card WHERE person = :person AND id = :id")
                        .bind("person", person.toString())
                        .bind("id", id)
                        .map((row, context) -> row.getBytes("token"))
                        .findOne())
                .flatMap(kept -> safe.get().open(person, context(id), kept))
                .map(token -> new String(token, StandardCharsets.UTF_8));
    }

    private void store(PersonId person, Card card, byte[] token) {
        jdbi.useHandle(handle -> handle.createUpdate("INSERT INTO billing_card"
                        + " (id, person, processor, token, brand, last4, added_at)"
                        + " VALUES (:id, :person, :processor, :token, :brand, :last4, :at)")
                .bind("id", card.id())
                .bind("person", person.toString())
                .bind("processor", card.processor())
                .bind("token", token)
                .bind("brand", card.brand())
                .bind("last4", card.last4())
                .bind("at", card.addedAt().toEpochMilli())
                .execute());
    }

    /** What a processor says is shown to people, but not whatever its length. */
    private static String brand(CardCheck.Accepted accepted) {
        String brand = accepted.brand() == null ? "" : accepted.brand().strip();
        return brand.isEmpty() ? "Card" : brand.substring(0, Math.min(BRAND_LENGTH, brand.length()));
    }

    private static Card card(ResultSet row) throws SQLException {
        return new Card(
                row.getString("id"),
                row.getString("processor"),
                row.getString("brand"),
                row.getString("last4"),
                Instant.ofEpochMilli(row.getLong("added_at")));
    }

    private static String context(String card) {
        return "billing.card/" + card;
    }
}
