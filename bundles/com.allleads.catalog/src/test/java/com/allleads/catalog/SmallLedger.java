package com.allleads.catalog;

import com.allleads.api.billing.Balance;
import com.allleads.api.billing.Charge;
import com.allleads.api.billing.ChargeAnswer;
import com.allleads.api.billing.PrepaidBalances;
import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import com.allleads.api.store.StoreException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Prepaid balances in memory, with the outcomes of the contract. */
public final class SmallLedger implements PrepaidBalances {

    private final Map<PersonId, Money> balances = new HashMap<>();
    private final Map<String, TakenCharge> taken = new TreeMap<>();
    private boolean failing;
    private int failingAfterCharges;

    public synchronized void topUp(PersonId person, String amount) {
        balances.merge(person, Money.parse("USD " + amount), Money::plus);
    }

    /** The next charge is taken, but the caller only hears of a failure. */
    public synchronized void failAfterNextCharge() {
        failingAfterCharges = 1;
    }

    public synchronized void fail(boolean fails) {
        failing = fails;
    }

    public synchronized int charges() {
        return taken.size();
    }

    @Override
    public CurrencyUnit currency() {
        return CurrencyUnit.USD;
    }

    @Override
    public synchronized Balance balance(PersonId person) {
        Money nothing = Money.zero(CurrencyUnit.USD);
        return new Balance(balances.getOrDefault(person, nothing), nothing, nothing);
    }

    @Override
    public synchronized ChargeAnswer charge(Charge charge) {
        if (failing) {
            throw new StoreException("the test's ledger fails", null);
        }
        for (TakenCharge before : taken.values()) {
            if (before.charge().key().equals(charge.key())) {
                boolean same = before.charge().person().equals(charge.person())
                        && before.charge().amount().equals(charge.amount());
                return same ? new ChargeAnswer.Charged(before.transaction(), false) : new ChargeAnswer.KeyReused();
            }
        }
        if (!charge.amount().getCurrencyUnit().equals(currency())) {
            return new ChargeAnswer.WrongCurrency();
        }
        Money available = balance(charge.person()).available();
        if (available.isLessThan(charge.amount())) {
            return new ChargeAnswer.Insufficient(available);
        }
        balances.put(charge.person(), available.minus(charge.amount()));
        String transaction = "%06d".formatted(taken.size() + 1);
        taken.put(transaction, new TakenCharge(transaction, Instant.now().truncatedTo(ChronoUnit.MILLIS), charge));
        if (failingAfterCharges-- > 0) {
            throw new StoreException("the test's ledger fails", null);
        }
        return new ChargeAnswer.Charged(transaction, true);
    }

    @Override
    public synchronized Slice<TakenCharge> charges(String prefix, int limit, Optional<String> after) {
        List<TakenCharge> found = taken.values().stream()
                .filter(charge -> charge.charge().key().startsWith(prefix))
                .filter(charge -> after.isEmpty() || charge.transaction().compareTo(after.get()) > 0)
                .limit(limit + 1L)
                .toList();
        return Slice.of(found, limit, TakenCharge::transaction);
    }
}
