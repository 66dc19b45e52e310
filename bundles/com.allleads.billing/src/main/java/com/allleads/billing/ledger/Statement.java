package com.allleads.billing.ledger;

import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import com.allleads.billing.BillingSettings;
import com.allleads.billing.ledger.BothCredits.Both;
import com.allleads.billing.ledger.EntryReader.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What happened on a person's balance, oldest first. */
@Component(service = Statement.class)
public final class Statement {

    private final Jdbi jdbi;
    private final LedgerAccounts accounts;
    private final BillingSettings settings;

    @Activate
    public Statement(
            @Reference(target = "(schema=com.allleads.billing)") Jdbi jdbi,
            @Reference LedgerAccounts accounts,
            @Reference BillingSettings settings) {
        this.jdbi = jdbi;
        this.accounts = accounts;
        this.settings = settings;
    }

    /**
     * A part of the statement.
     *
     * @param filter which lines
     * @param after where to go on
     */
    public Slice<Line> of(PersonId person, StatementFilter filter, int limit, StatementPlace after) {
        return part(person, filter, limit, after, false);
    }

    /**
     * A part of the statement from its end.
     *
     * @param filter which lines
     * @param before where to go on
     */
    public Slice<Line> newestFirst(PersonId person, StatementFilter filter, int limit, StatementPlace before) {
        return part(person, filter, limit, before, true);
    }

    private Slice<Line> part(
            PersonId person, StatementFilter filter, int limit, StatementPlace place, boolean newestFirst) {
        Optional<Long> paid = accounts.find(AccountName.of(person));
        if (paid.isEmpty()) {
            return new Slice<>(List.of(), Optional.empty());
        }
        List<Line> lines = accounts.find(AccountName.promotional(person))
                .map(promotional -> together(paid.get(), promotional, filter, limit + 1, place, newestFirst))
                .orElseGet(() -> paidAlone(paid.get(), filter, limit + 1, place, newestFirst));
        return Slice.of(lines, limit, line -> line.place().toString());
    }

    private List<Line> paidAlone(
            long account, StatementFilter filter, int rows, StatementPlace place, boolean newestFirst) {
        return new EntryReader(jdbi, account, newestFirst)
                .read(filter, place.paid(), rows).stream()
                        .map(entry ->
                                line(entry, entry.amount(), entry.balance(), new StatementPlace(entry.changeNo(), 0)))
                        .toList();
    }

    /** What the balance was at a line depends on the lines before it, also on those that are not wanted. */
    private List<Line> together(
            long paid, long promotional, StatementFilter filter, int rows, StatementPlace place, boolean newestFirst) {
        BothCredits credits = newestFirst
                ? new BothCredits(jdbi, paid, promotional, true, place)
                : BothCredits.oldestFirst(jdbi, paid, promotional, place);
        List<Line> lines = new ArrayList<>();
        while (lines.size() < rows && credits.hasNext()) {
            Both both = credits.next();
            if (filter.wants(both.entry().kind(), both.entry().madeAt())) {
                lines.add(line(both.entry(), both.amount(), both.balance(), both.place()));
            }
        }
        return lines;
    }

    private Line line(Entry entry, long amount, long balance, StatementPlace place) {
        CurrencyUnit currency = settings.currency();
        return new Line(
                place,
                Long.toString(entry.transaction()),
                entry.madeAt(),
                entry.kind(),
                entry.reason(),
                Money.ofMinor(currency, amount),
                Money.ofMinor(currency, balance));
    }

    /**
     * An entry.
     *
     * @param place where it stands
     * @param transaction the ledger transaction's number
     * @param at when
     * @param kind why money moved
     * @param reason what for
     * @param amount what moved: negative where it was spent
     * @param balance what was on the balance afterwards
     */
    public record Line(
            StatementPlace place,
            String transaction,
            Instant at,
            TransactionKind kind,
            String reason,
            Money amount,
            Money balance) {

        /** Grows along the statement. */
        public long number() {
            return place.paid() + place.promotional();
        }
    }
}
