package com.allleads.billing.holds;

import com.allleads.api.billing.HeldMoney;
import com.allleads.api.billing.HeldMoney.State;
import com.allleads.api.billing.Hold;
import com.allleads.api.billing.HoldAnswer;
import com.allleads.api.billing.HoldEnd;
import com.allleads.api.billing.PrepaidHolds;
import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import com.allleads.billing.BillingSettings;
import com.allleads.billing.holds.HoldTable.Row;
import com.allleads.billing.ledger.AccountName;
import com.allleads.billing.ledger.Guard;
import com.allleads.billing.ledger.Ledger;
import com.allleads.billing.ledger.LedgerAccounts;
import com.allleads.billing.ledger.Leg;
import com.allleads.billing.ledger.Movement;
import com.allleads.billing.ledger.Movement.Spend;
import com.allleads.billing.ledger.Movement.Transfer;
import com.allleads.billing.ledger.Posting;
import com.allleads.billing.ledger.PostingAnswer;
import com.allleads.billing.ledger.TransactionKind;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds, in the ledger. */
@Component(service = {PrepaidHolds.class, Holds.class})
public final class Holds implements PrepaidHolds {

    private static final Logger LOG = LoggerFactory.getLogger(Holds.class);
    private static final int AT_ONCE = 50;
    private static final String SITE = "site";

    private final Ledger ledger;
    private final LedgerAccounts accounts;
    private final BillingSettings settings;
    private final HoldTable table;
    private final Clock clock;

    @Activate
    public Holds(
            @Reference Ledger ledger,
            @Reference LedgerAccounts accounts,
            @Reference BillingSettings settings,
            @Reference HoldTable table) {
        this(ledger, accounts, settings, table, Clock.systemUTC());
    }

    /** Holds with a clock of their own. */
    public Holds(Ledger ledger, LedgerAccounts accounts, BillingSettings settings, HoldTable table, Clock clock) {
        this.ledger = ledger;
        this.accounts = accounts;
        this.settings = settings;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public HoldAnswer hold(Hold hold) {
        Optional<Row> earlier = table.find(hold.key());
        if (earlier.isPresent()) {
            return repeated(earlier.get().hold(), hold);
        }
        if (!hold.amount().getCurrencyUnit().equals(settings.currency())) {
            return new HoldAnswer.WrongCurrency();
        }
        Optional<Long> account = accounts.find(AccountName.of(hold.person()));
        if (account.isEmpty()) {
            return new HoldAnswer.Insufficient(Money.zero(settings.currency()));
        }
        PostingAnswer answer = ledger.post(posting(hold, account.get()));
        if (answer instanceof PostingAnswer.Insufficient insufficient) {
            return new HoldAnswer.Insufficient(Money.ofMinor(settings.currency(), insufficient.available()));
        }
        return answer instanceof PostingAnswer.Posted posted
                ? new HoldAnswer.Held(posted.first())
                : new HoldAnswer.KeyReused();
    }

    @Override
    public HoldEnd capture(String key, Money amount) {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("amount: positive");
        }
        Optional<Row> found = table.find(key);
        if (found.isEmpty()) {
            return new HoldEnd.NoSuchHold();
        }
        Row row = found.get();
        if (row.hold().state() == State.OPEN && amount.isGreaterThan(row.hold().amount())) {
            return new HoldEnd.TooMuch(row.hold().amount());
        }
        return end(
                row,
                State.CAPTURED,
                amount.getAmountMinorLong(),
                new Ending(TransactionKind.CAPTURE, "capture-", row.hold().reason(), SITE));
    }

    @Override
    public HoldEnd release(String key, String reason) {
        return release(key, reason, SITE);
    }

    /** Lets all of it come back on an operator's word. */
    public HoldEnd release(HoldRelease asked) {
        return release(asked.key(), asked.reason(), asked.actor());
    }

    private HoldEnd release(String key, String reason, String actor) {
        return table.find(key)
                .map(row -> end(row, State.RELEASED, 0, new Ending(TransactionKind.RELEASE, "release-", reason, actor)))
                .orElseGet(HoldEnd.NoSuchHold::new);
    }

    @Override
    public Optional<HeldMoney> find(String key) {
        return table.find(key).map(Row::hold);
    }

    @Override
    public Slice<HeldMoney> of(PersonId person, int limit, Optional<String> before) {
        return table.of(person, limit, before.map(Long::parseLong).orElse(Long.MAX_VALUE))
                .map(Row::hold);
    }

    /** Everybody's in one state for operators, newest first. */
    public Slice<HeldMoney> all(State state, int limit, Optional<Long> before) {
        return table.all(state, limit, before.orElse(Long.MAX_VALUE)).map(Row::hold);
    }

    /** Lets come back what nobody captured in time. */
    public void expire() {
        Instant now = clock.instant();
        for (Row row : table.expired(now, AT_ONCE)) {
            String reason = "Expired: " + row.hold().reason();
            HoldEnd end = end(
                    row,
                    State.EXPIRED,
                    0,
                    new Ending(
                            TransactionKind.RELEASE,
                            "release-",
                            reason.substring(0, Math.min(200, reason.length())),
                            SITE));
            LOG.debug("Hold {} expired: {}", row.hold().key(), end);
        }
    }

    /** Lets everything of somebody come back that is set aside. */
    public void releaseAll(PersonId person, String reason) {
        Optional<String> before = Optional.empty();
        do {
            Slice<HeldMoney> part = of(person, AT_ONCE, before);
            part.items().stream()
                    .filter(hold -> hold.state() == State.OPEN)
                    .forEach(hold -> release(hold.key(), reason));
            before = part.next();
        } while (before.isPresent());
    }

    private Posting posting(Hold hold, long account) {
        long held = accounts.open(AccountName.held(hold.person()));
        long heldPromotional = accounts.open(AccountName.heldPromotional(hold.person()));
        return new Posting(
                hold.person(),
                "hold-" + hold.key(),
                TransactionKind.HOLD,
                hold.reason(),
                "person",
                Posting.NO_DATA,
                new Spend(account, hold.amount().getAmountMinorLong(), held, heldPromotional),
                HoldTable.insert(hold, heldPromotional, clock.instant()));
    }

    private static HoldAnswer repeated(HeldMoney earlier, Hold hold) {
        return earlier.person().equals(hold.person()) && earlier.amount().isEqual(hold.amount())
                ? new HoldAnswer.Held(false)
                : new HoldAnswer.KeyReused();
    }

    /** Whichever end is written first stands; another try of the same end is told so. */
    private HoldEnd end(Row row, State state, long captured, Ending ending) {
        if (row.hold().state() == State.OPEN) {
            Guard guard = HoldTable.end(row.hold().key(), state, captured, clock.instant());
            PostingAnswer answer = ledger.post(new Posting(
                    row.hold().person(),
                    ending.prefix() + row.hold().key(),
                    ending.kind(),
                    ending.reason(),
                    ending.actor(),
                    Posting.NO_DATA,
                    movement(row, captured),
                    guard));
            if (answer instanceof PostingAnswer.Posted posted && posted.first()) {
                return new HoldEnd.Ended(true);
            }
        }
        HeldMoney now = table.find(row.hold().key()).orElseThrow().hold();
        return now.state() == state && now.captured().getAmountMinorLong() == captured
                ? new HoldEnd.Ended(false)
                : new HoldEnd.EndedOtherwise(now);
    }

    /** What is captured is paid with promotional credit first; the rest goes back to where it came from. */
    private Movement movement(Row row, long captured) {
        PersonId person = row.hold().person();
        long given = Math.min(captured, row.promotional());
        long paid = captured - given;
        long heldPaid = row.amount() - row.promotional();
        List<Leg> legs = new ArrayList<>(5);
        // The person's own account comes first, as it is the one whose statement shows the transaction.
        add(legs, AccountName.of(person), heldPaid - paid);
        add(legs, AccountName.promotional(person), row.promotional() - given);
        add(legs, AccountName.held(person), -heldPaid);
        add(legs, AccountName.heldPromotional(person), -row.promotional());
        add(legs, accounts.partition(person).revenue(), captured);
        return new Transfer(legs);
    }

    private void add(List<Leg> legs, AccountName account, long amount) {
        if (amount != 0) {
            legs.add(new Leg(accounts.open(account), amount));
        }
    }

    /** How a hold ends. */
    private record Ending(TransactionKind kind, String prefix, String reason, String actor) {}
}
