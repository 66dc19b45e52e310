package com.allleads.billing.pages;

import com.allleads.api.billing.Balance;
import com.allleads.api.billing.HeldMoney;
import com.allleads.api.billing.PrepaidBalances;
import com.allleads.api.billing.PrepaidHolds;
import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import com.allleads.api.portal.Form;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.IdempotencyKey;
import com.allleads.api.rest.Paging;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.ProblemException;
import com.allleads.billing.BillingSettings;
import com.allleads.billing.cards.Cards;
import com.allleads.billing.ledger.Statement;
import com.allleads.billing.ledger.Statement.Line;
import com.allleads.billing.ledger.StatementFilter;
import com.allleads.billing.ledger.StatementPlace;
import com.allleads.billing.topups.TopUp;
import com.allleads.billing.topups.TopUpAnswer;
import com.allleads.billing.topups.TopUps;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A person's balance: what is on it, how it came to be, and the form that tops it up. */
@Component(service = Page.class)
public final class BalancePage implements Page {

    static final String PATH = "/account/balance";
    private static final int LINES = 25;
    private static final int LATEST = 5;

    private final PrepaidBalances balances;
    private final Statement statement;
    private final Cards cards;
    private final TopUps topUps;
    private final BillingSettings settings;
    private final PrepaidHolds holds;

    @Activate
    public BalancePage(
            @Reference PrepaidBalances balances,
            @Reference Statement statement,
            @Reference Cards cards,
            @Reference TopUps topUps,
            @Reference BillingSettings settings,
            @Reference PrepaidHolds holds) {
        this.balances = balances;
        this.statement = statement;
        this.cards = cards;
        this.topUps = topUps;
        this.settings = settings;
        this.holds = holds;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu(PATH, "balance.title", Access.Role.PERSON, "balance.menu", 110);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        if (!request.submitted()) {
            return PageAnswer.show(BalancePage.class, "balance.ftl", model(request, Form.blank()));
        }
        Form form = Form.entered(request);
        try {
            return topUp(request, form);
        } catch (ProblemException refused) {
            return refused(request, form.refused(refused.problem()));
        }
    }

    private PageAnswer topUp(PageRequest request, Form form) {
        PersonId person = request.caller().requirePerson();
        IdempotencyKey key = request.submission("card", "amount");
        Money amount = EnteredAmount.of(request.parameter("amount").orElse(""), settings.currency());
        TopUpAnswer answer = topUps.topUp(person, request.parameter("card").orElse(""), amount, key);
        if (answer instanceof TopUpAnswer.Stored stored) {
            return PageAnswer.goTo(TopUpPage.PATH + "?id=" + stored.topUp().id());
        }
        if (answer instanceof TopUpAnswer.KeyReused) {
            return refused(request, form.refused(sentBefore()).again());
        }
        return refused(request, form.refused(refusal(answer)));
    }

    private static Problem refusal(TopUpAnswer answer) {
        if (answer instanceof TopUpAnswer.WrongAmount wrong) {
            return Problem.invalid("amount", wrong.message());
        }
        if (answer instanceof TopUpAnswer.Unavailable unavailable) {
            return Problem.unavailable(unavailable.reason() + " Nothing was charged.");
        }
        return Problem.invalid("card", "must be one of your cards");
    }

    private static Problem sentBefore() {
        return Problem.of(
                422,
                "idempotency-key-reused",
                "You sent this form before, with other values.",
                "Look below whether the top-up is there. To make another one, send the form again.");
    }

    private PageAnswer refused(PageRequest request, Form form) {
        return PageAnswer.showInvalid(BalancePage.class, "balance.ftl", model(request, form));
    }

    private Map<String, Object> model(PageRequest request, Form form) {
        PersonId person = request.caller().requirePerson();
        Balance balance = balances.balance(person);
        Optional<StatementPlace> before = request.submitted() ? Optional.empty() : place(request);
        StatementFilter filter = request.submitted() ? StatementFilter.ALL : filter(request);
        Slice<Line> lines = statement.newestFirst(person, filter, LINES, before.orElse(StatementPlace.END));
        Slice<TopUp> latest = topUps.of(person, LATEST, Optional.empty());
        Map<String, Object> model = new HashMap<>();
        model.put("form", form);
        model.put("available", balance.available());
        model.put("held", balance.held());
        model.put("promotional", balance.promotional());
        model.put("holds", openHolds(person));
        model.put("lines", lines.items());
        model.put("next", lines.next());
        model.put("later", before.isPresent());
        model.put("filter", ShownFilter.of(filter));
        model.put("filtered", !filter.equals(StatementFilter.ALL));
        model.put("more", PATH + ShownFilter.of(filter).query());
        model.put("kinds", ShownFilter.KINDS);
        model.put("topUps", ShownTopUp.all(latest.items(), cards.of(person)));
        model.put("moreTopUps", latest.next().isPresent());
        model.put("cards", options(person));
        model.put("least", settings.current().topUpLeast());
        model.put("most", settings.current().topUpMost());
        return model;
    }

    private List<HeldMoney> openHolds(PersonId person) {
        return holds.of(person, LINES, Optional.empty()).items().stream()
                .filter(hold -> hold.state() == HeldMoney.State.OPEN)
                .toList();
    }

    private static Optional<StatementPlace> place(PageRequest request) {
        return request.parameter("cursor")
                .map(cursor -> StatementPlace.parse(cursor).orElseThrow(Paging::badCursor));
    }

    private static StatementFilter filter(PageRequest request) {
        return StatementFilter.read(request.parameter("kind"), request.parameter("from"), request.parameter("to"));
    }

    private List<CardOption> options(PersonId person) {
        return cards.of(person).stream()
                .map(card -> new CardOption(card.id(), ShownTopUp.label(card)))
                .toList();
    }

    /**
     * A card to choose.
     *
     * @param value its id
     * @param label what it is called
     */
    public record CardOption(String value, String label) {}
}
