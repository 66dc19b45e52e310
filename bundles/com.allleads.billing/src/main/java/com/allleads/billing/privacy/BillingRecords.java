package com.allleads.billing.privacy;

import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import com.allleads.api.vault.PersonalRecords;
import com.allleads.billing.cards.Card;
import com.allleads.billing.cards.CardSetups;
import com.allleads.billing.cards.Cards;
import com.allleads.billing.cards.FallbackCards;
import com.allleads.billing.ledger.AccountName;
import com.allleads.billing.ledger.LedgerAccounts;
import com.allleads.billing.ledger.Statement;
import com.allleads.billing.ledger.StatementFilter;
import com.allleads.billing.ledger.StatementPlace;
import com.allleads.billing.processors.Disclosures;
import com.allleads.billing.refunds.Refunds;
import com.allleads.billing.topups.TopUp;
import com.allleads.billing.topups.TopUps;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Everything that billing holds about a person, for the person. */
@Component
public final class BillingRecords implements PersonalRecords {

    private static final int STEP = 1_000;

    private final LedgerAccounts accounts;
    private final Statement statement;
    private final Cards cards;
    private final FallbackCards fallbacks;
    private final CardSetups cardSetups;
    private final TopUps topUps;
    private final Refunds refunds;
    private final Disclosures disclosures;

    @Activate
    public BillingRecords(
            @Reference LedgerAccounts accounts,
            @Reference Statement statement,
            @Reference Cards cards,
            @Reference FallbackCards fallbacks,
            @Reference CardSetups cardSetups,
            @Reference TopUps topUps,
            @Reference Refunds refunds,
            @Reference Disclosures disclosures) {
        this.accounts = accounts;
        this.statement = statement;
        this.cards = cards;
        this.fallbacks = fallbacks;
        this.cardSetups = cardSetups;
        this.topUps = topUps;
        this.refunds = refunds;
        this.disclosures = disclosures;
    }

    @Override
    public String capability() {
        return "billing";
    }

    @Override
    public Map<String, Object> heldAbout(PersonId person) {
        Map<String, Object> held = new LinkedHashMap<>();
        held.put("balance", accounts.balance(AccountName.of(person)));
        held.put("cards", cards(person));
        held.put("fallbackCards", fallbacks.of(person).stream().map(Card::id).toList());
        held.put("cardSetups", cardSetups(person));
        held.put("topUps", topUps(person));
        held.put("refunds", refunds(person));
        held.put("statement", statement(person));
        held.put("handedOver", handedOver(person));
        return held;
    }

    private List<Map<String, Object>> cards(PersonId person) {
        return cards.of(person).stream()
                .map(card -> object(
                        "id", card.id(),
                        "processor", card.processor(),
                        "brand", card.brand(),
                        "last4", card.last4(),
                        "addedAt", card.addedAt()))
                .toList();
    }

    private List<Map<String, Object>> cardSetups(PersonId person) {
        return cardSetups.of(person).stream()
                .map(setup -> object(
                        "id", setup.id(),
                        "processor", setup.processor(),
                        "status", setup.status().name(),
                        "at", setup.madeAt()))
                .toList();
    }

    private List<Map<String, Object>> topUps(PersonId person) {
        List<Map<String, Object>> all = new ArrayList<>();
        Optional<Long> before = Optional.empty();
        do {
            Slice<TopUp> slice = topUps.of(person, STEP, before);
            slice.items()
                    .forEach(topUp -> all.add(object(
                            "id", topUp.id(),
                            "amount", topUp.amount(),
                            "status", topUp.status().name(),
                            "processor", topUp.processor(),
                            "at", topUp.madeAt())));
            before = slice.next().map(Long::valueOf);
        } while (before.isPresent());
        return all;
    }

    private List<Map<String, Object>> refunds(PersonId person) {
        return refunds.of(person).stream()
                .map(refund -> object(
                        "id", refund.id(),
                        "amount", refund.amount(),
                        "status", refund.standing().status().name(),
                        "reason", refund.reason(),
                        "at", refund.madeAt()))
                .toList();
    }

    private List<Map<String, Object>> statement(PersonId person) {
        List<Map<String, Object>> all = new ArrayList<>();
        Optional<StatementPlace> after = Optional.of(StatementPlace.BEGINNING);
        while (after.isPresent()) {
            Slice<Statement.Line> slice = statement.of(person, StatementFilter.ALL, STEP, after.get());
            slice.items()
                    .forEach(line -> all.add(object(
                            "at", line.at(),
                            "kind", line.kind().name(),
                            "reason", line.reason(),
                            "amount", line.amount(),
                            "balance", line.balance())));
            after = slice.next().flatMap(StatementPlace::parse);
        }
        return all;
    }

    private List<Map<String, Object>> handedOver(PersonId person) {
        return disclosures.about(person).stream()
                .map(disclosure -> object(
                        "at", disclosure.at(),
                        "to", disclosure.processor(),
                        "occasion", disclosure.occasion().name(),
                        "fields", disclosure.sent().stream().sorted().toList()))
                .toList();
    }

    /** Names and values in turn; the order is kept. */
    private static Map<String, Object> object(Object... members) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            object.put((String) members[i], members[i + 1]);
        }
        return object;
    }
}
