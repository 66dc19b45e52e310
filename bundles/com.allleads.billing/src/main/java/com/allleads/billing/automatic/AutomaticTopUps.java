package com.allleads.billing.automatic;

import com.allleads.api.person.PersonId;
import com.allleads.api.rest.FieldErrors;
import com.allleads.api.rest.IdempotencyKey;
import com.allleads.billing.BillingSettings;
import com.allleads.billing.Settings;
import com.allleads.billing.cards.Cards;
import com.allleads.billing.topups.TopUpAnswer;
import com.allleads.billing.topups.TopUps;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.joda.money.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tops balances up by themselves: once for each dip, whatever becomes of it. A payment that fails is not tried again until the balance
 * was up and fell again, so that no card is asked over and over.
 */
@Component(service = AutomaticTopUps.class)
public final class AutomaticTopUps {

    private static final Logger LOG = LoggerFactory.getLogger(AutomaticTopUps.class);
    private static final int AT_ONCE = 50;
    private static final String NO_BODY = "0".repeat(64);

    private final AutomaticTopUpTable table;
    private final TopUps topUps;
    private final Cards cards;
    private final BillingSettings settings;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public AutomaticTopUps(
            @Reference AutomaticTopUpTable table,
            @Reference TopUps topUps,
            @Reference Cards cards,
            @Reference BillingSettings settings) {
        this.table = table;
        this.topUps = topUps;
        this.cards = cards;
        this.settings = settings;
    }

    /** What a person set; empty where they did not. */
    public Optional<AutomaticTopUp> find(PersonId person) {
        return table.find(person);
    }

    /**
     * Sets it, in place of what was set before.
     *
     * @throws com.allleads.api.rest.ProblemException 422 naming what cannot be accepted
     */
    public AutomaticTopUp set(PersonId person, String card, Money threshold, Money amount) {
        Settings current = settings.current();
        boolean known = card != null && cards.find(person, card).isPresent();
        new FieldErrors()
                .require(known, "card", "must be one of your cards")
                .present("threshold", threshold)
                .present("amount", amount)
                .rule("threshold", Optional.ofNullable(threshold), this::ours, "must be in " + current.currency())
                .rule("amount", Optional.ofNullable(amount), this::ours, "must be in " + current.currency())
                .refuse();
        FieldErrors errors = new FieldErrors()
                .require(threshold.isPositive(), "threshold", "must be more than nothing")
                .require(
                        !threshold.isGreaterThan(current.topUpMost()),
                        "threshold",
                        "must be at most " + current.topUpMost().getAmount());
        topUps.objection(amount).ifPresent(message -> errors.add("amount", message));
        errors.refuse();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        AutomaticTopUp set = new AutomaticTopUp(person, card, threshold, amount, 0, now);
        table.set(set);
        return set;
    }

    /** Ends it; false where nothing was set. */
    public boolean remove(PersonId person) {
        return table.remove(person);
    }

    /** Looks after all of them. Does not wait for processors. */
    public void run() {
        table.waitAgain(AT_ONCE);
        table.notice(AT_ONCE);
        table.noticed(AT_ONCE).forEach(this::topUp);
    }

    private boolean ours(Money money) {
        return money.getCurrencyUnit().equals(settings.currency());
    }

    /** The key follows from the dip, so that it is topped up once, also where a crash comes before it is noted as dealt with. */
    private void topUp(AutomaticTopUp dipped) {
        IdempotencyKey once =
                new IdempotencyKey(TopUps.UNATTENDED + dipped.setAt().toEpochMilli() + "-" + dipped.dip(), NO_BODY);
        TopUpAnswer answer = topUps.begin(dipped.person(), dipped.card(), dipped.amount(), once);
        if (answer instanceof TopUpAnswer.NoSuchCard) {
            table.remove(dipped.person());
            LOG.info("An automatic top-up ended, as its card was removed");
        } else if (!(answer instanceof TopUpAnswer.Unavailable)) {
            table.done(dipped);
        }
    }
}
