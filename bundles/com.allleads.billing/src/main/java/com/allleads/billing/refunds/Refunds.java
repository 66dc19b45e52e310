package com.allleads.billing.refunds;

import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import com.allleads.api.rest.IdempotencyKey;
import com.allleads.billing.BillingSettings;
import com.allleads.billing.holds.Holds;
import com.allleads.billing.ledger.AccountName;
import com.allleads.billing.ledger.Ledger;
import com.allleads.billing.ledger.LedgerAccounts;
import com.allleads.billing.ledger.Leg;
import com.allleads.billing.ledger.Movement.Transfer;
import com.allleads.billing.ledger.Partition;
import com.allleads.billing.ledger.Posting;
import com.allleads.billing.ledger.PostingAnswer;
import com.allleads.billing.ledger.TransactionKind;
import com.allleads.billing.processors.ProcessorCalls;
import com.allleads.billing.promotions.Promotions;
import com.allleads.billing.refunds.RefundAnswer.KeyReused;
import com.allleads.billing.refunds.RefundAnswer.NoSuchPerson;
import com.allleads.billing.refunds.RefundAnswer.Stored;
import com.allleads.billing.refunds.RefundAnswer.TooMuch;
import com.allleads.billing.refunds.RefundAnswer.WrongAmount;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Gives money back by the way it came: from the balance to the cards that paid it, the latest first. The money leaves the
 * balance in the same transaction that stores the refund, before any processor is asked.
 */
@Component(service = Refunds.class)
public final class Refunds {

    private static final long NEWEST = Long.MAX_VALUE;
    /** How often a plan is made anew because another refund of the same person was faster. */
    private static final int PLANS = 5;
    /** As whom the site gives back what is left of people who were erased. */
    private static final String SITE = "site";

    private static final String LEFT = "The account was closed";
    /** No request was digested. */
    private static final String NO_BODY = "0".repeat(64);

    private final BillingSettings settings;
    private final RefundTable table;
    private final Ledger ledger;
    private final LedgerAccounts accounts;
    private final GivingBack givingBack;
    private final Holds holds;
    private final Promotions promotions;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public Refunds(
            @Reference BillingSettings settings,
            @Reference RefundTable table,
            @Reference Ledger ledger,
            @Reference LedgerAccounts accounts,
            @Reference GivingBack givingBack,
            @Reference Holds holds,
            @Reference Promotions promotions) {
        this.settings = settings;
        this.table = table;
        this.ledger = ledger;
        this.accounts = accounts;
        this.givingBack = givingBack;
        this.holds = holds;
        this.promotions = promotions;
    }

    /** Gives money back. */
    public RefundAnswer refund(RefundOrder order) {
        for (int plan = 0; plan < PLANS; plan++) {
            Optional<Refund> earlier =
                    table.byRequest(order.requester(), order.key().key());
            if (earlier.isPresent()) {
                return repeated(earlier.get(), order.key());
            }
            Optional<RefundAnswer> answer = tryOnce(order);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        return new TooMuch(refundable(order.person()));
    }

    /** A refund as it stands now. */
    public Optional<Refund> find(String id) {
        return table.find(id);
    }

    /** A person's refunds, oldest first. */
    public List<Refund> of(PersonId person) {
        return table.of(person);
    }

    /**
     * Everybody's refunds for operators, newest first.
     *
     * @param before those stored before the one with this number; empty for the newest
     */
    public Slice<Refund> all(int limit, Optional<Long> before) {
        return table.all(limit, before.orElse(NEWEST));
    }

    /** How much of a person's balance can go back by the way it came. */
    public Money refundable(PersonId person) {
        long paid = table.refundable(person).stream()
                .mapToLong(RefundTable.Refundable::left)
                .sum();
        Money available = accounts.balance(AccountName.of(person));
        Money most = Money.ofMinor(settings.currency(), paid);
        return most.isLessThan(available) ? most : available;
    }

    /** What is left on a person's balance is to go back; joins the caller's transaction. */
    public void owe(PersonId person, Instant since) {
        table.owe(person, since);
    }

    /**
     * Gives back what is left of people who left, by the way it came, once nothing of theirs is under way any more; what was given to
     * them lapses. What is given back leaves the balance at once, so that a repetition finds nothing to give back.
     */
    public void payOwed() {
        for (PersonId person : table.owed(10)) {
            holds.releaseAll(person, LEFT);
            promotions.lapse(person);
            if (!table.hasOpenTopUps(person)) {
                Money left = refundable(person);
                if (left.isPositive()) {
                    IdempotencyKey once = new IdempotencyKey("leaving-" + UUID.randomUUID(), NO_BODY);
                    refund(new RefundOrder(person, left, LEFT, SITE, once));
                }
                table.owedNoMore(person);
            }
        }
    }

    /** Empty where another refund came in between. */
    private Optional<RefundAnswer> tryOnce(RefundOrder order) {
        CurrencyUnit currency = settings.currency();
        if (!order.amount().getCurrencyUnit().equals(currency)) {
            return Optional.of(new WrongAmount("must be in " + currency));
        }
        if (!order.amount().isPositive()) {
            return Optional.of(new WrongAmount("must be more than nothing"));
        }
        Optional<Long> account = accounts.find(AccountName.of(order.person()));
        if (account.isEmpty()) {
            return Optional.of(new NoSuchPerson());
        }
        RefundPlan plan = RefundPlan.of(order, table.refundable(order.person()));
        if (plan.amount() < order.amount().getAmountMinorLong()) {
            return Optional.of(new TooMuch(refundable(order.person())));
        }
        PostingAnswer posted = ledger.post(posting(plan, account.get()));
        if (posted instanceof PostingAnswer.Prevented) {
            return Optional.empty();
        }
        if (posted instanceof PostingAnswer.Insufficient) {
            return Optional.of(new TooMuch(refundable(order.person())));
        }
        return Optional.of(new Stored(ask(plan.id())));
    }

    private Posting posting(RefundPlan plan, long account) {
        List<Leg> legs = new ArrayList<>();
        PersonId person = plan.order().person();
        Partition partition = accounts.partition(person);
        legs.add(new Leg(account, -plan.amount()));
        plan.byProcessor()
                .forEach(
                        (processor, amount) -> legs.add(new Leg(accounts.open(partition.clearing(processor)), amount)));
        return new Posting(
                person,
                "refund-" + plan.id(),
                TransactionKind.REFUND,
                plan.order().reason(),
                plan.order().requester(),
                Posting.NO_DATA,
                new Transfer(legs),
                plan.store(clock.instant()));
    }

    /** Asks all processors at once and waits for them as long as for one. */
    private Refund ask(String id) {
        Refund stored = table.find(id).orElseThrow();
        List<CompletableFuture<Void>> asked = stored.parts().stream()
                .map(givingBack::ask)
                .flatMap(Optional::stream)
                .toList();
        ProcessorCalls.await(
                CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new)),
                settings.current().processorWait());
        return told(id);
    }

    private RefundAnswer repeated(Refund earlier, IdempotencyKey key) {
        return earlier.bodyDigest().equals(key.bodyDigest()) ? new Stored(told(earlier.id())) : new KeyReused();
    }

    /** From here on this is what the requester was told first, whatever becomes known. */
    private Refund told(String id) {
        Refund now = table.find(id).orElseThrow();
        if (now.told().isPresent()) {
            return now;
        }
        table.tell(now);
        return table.find(id).orElseThrow();
    }
}
