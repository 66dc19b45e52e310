package com.allleads.billing.ledger;

import com.allleads.api.billing.Balance;
import com.allleads.api.billing.Charge;
import com.allleads.api.billing.ChargeAnswer;
import com.allleads.api.billing.ChargeRow;
import com.allleads.api.billing.PrepaidBalances;
import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import com.allleads.billing.BillingSettings;
import com.allleads.billing.ledger.Movement.Spend;
import com.allleads.billing.ledger.PostingAnswer.Insufficient;
import com.allleads.billing.ledger.PostingAnswer.Posted;
import com.allleads.billing.ledger.PostingAnswer.ReferenceReused;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The balances of people, as other capabilities see them. */
@Component(service = PrepaidBalances.class)
public final class LedgerBalances implements PrepaidBalances {

    private static final int REASON_LENGTH = 200;
    private static final int DATA_LENGTH = 2000;
    /** Who pays is who ordered: the person. */
    private static final String ACTOR = "person";

    private final Ledger ledger;
    private final LedgerAccounts accounts;
    private final BillingSettings settings;
    private final TakenCharges charges;

    @Activate
    public LedgerBalances(
            @Reference Ledger ledger,
            @Reference LedgerAccounts accounts,
            @Reference BillingSettings settings,
            @Reference(target = "(schema=com.allleads.billing)") Jdbi jdbi) {
        this.ledger = ledger;
        this.accounts = accounts;
        this.settings = settings;
        this.charges = new TakenCharges(jdbi);
    }

    @Override
    public CurrencyUnit currency() {
        return settings.currency();
    }

    @Override
    public Balance balance(PersonId person) {
        return accounts.balance(person);
    }

    @Override
    public ChargeAnswer charge(Charge charge) {
        return charge(charge, Optional.empty());
    }

    @Override
    public ChargeAnswer charge(Charge charge, ChargeRow<?> row) {
        return charge(charge, Optional.of(row));
    }

    private ChargeAnswer charge(Charge charge, Optional<ChargeRow<?>> row) {
        requireReadable(charge);
        if (!charge.amount().getCurrencyUnit().equals(settings.currency())) {
            return ledger.knows(charge.key()) ? new ChargeAnswer.KeyReused() : new ChargeAnswer.WrongCurrency();
        }
        Optional<Long> account = accounts.find(AccountName.of(charge.person()));
        if (account.isEmpty()) {
            return ledger.knows(charge.key()) ? new ChargeAnswer.KeyReused() : insufficient(0);
        }
        PostingAnswer answer = ledger.post(posting(charge, account.get(), row));
        if (answer instanceof Posted posted) {
            return new ChargeAnswer.Charged(Long.toString(posted.transaction()), posted.first());
        }
        if (answer instanceof Insufficient insufficient) {
            return insufficient(insufficient.available());
        }
        if (answer instanceof ReferenceReused) {
            return new ChargeAnswer.KeyReused();
        }
        throw new IllegalStateException("nothing guards a charge, and yet: " + answer);
    }

    @Override
    public Optional<TakenCharge> taken(String key) {
        return charges.find(key);
    }

    @Override
    public Slice<TakenCharge> charges(String prefix, int limit, Optional<String> after) {
        return charges.list(prefix, limit, after.map(Long::parseLong).orElse(0L));
    }

    private Posting posting(Charge charge, long account, Optional<ChargeRow<?>> row) {
        long amount = charge.amount().getAmountMinorLong();
        long revenue = accounts.open(accounts.partition(charge.person()).revenue());
        return new Posting(
                charge.person(),
                charge.key(),
                TransactionKind.CHARGE,
                charge.reason(),
                ACTOR,
                TakenCharges.json(charge.data()),
                new Spend(account, amount, revenue, revenue),
                Guard.NONE,
                row);
    }

    private ChargeAnswer insufficient(long available) {
        return new ChargeAnswer.Insufficient(Money.ofMinor(settings.currency(), available));
    }

    private static void requireReadable(Charge charge) {
        int data = charge.data().entrySet().stream()
                .mapToInt(entry -> entry.getKey().length() + entry.getValue().length())
                .sum();
        if (charge.reason().length() > REASON_LENGTH || data > DATA_LENGTH) {
            throw new IllegalArgumentException("a charge has a reason of at most " + REASON_LENGTH
                    + " and data of at most " + DATA_LENGTH + " characters");
        }
    }
}
