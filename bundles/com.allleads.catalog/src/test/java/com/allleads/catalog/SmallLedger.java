package com.allleads.catalog;

import com.allleads.api.billing.Balance;
import com.allleads.api.billing.Charge;
import com.allleads.api.billing.ChargeAnswer;
import com.allleads.api.billing.ChargeRow;
import com.allleads.api.billing.HeldMoney;
import com.allleads.api.billing.HeldMoney.State;
import com.allleads.api.billing.Hold;
import com.allleads.api.billing.HoldAnswer;
import com.allleads.api.billing.HoldEnd;
import com.allleads.api.billing.PrepaidBalances;
import com.allleads.api.billing.PrepaidHolds;
import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import com.allleads.api.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Prepaid balances in memory, with the outcomes of the contract; only the rows of charges are written. */
public final class SmallLedger implements PrepaidBalances, PrepaidHolds {

    private final DataSource rows;
    private final Map<PersonId, Money> balances = new HashMap<>();
    private final Map<String, TakenCharge> taken = new TreeMap<>();
    private final Map<String, HeldMoney> holds = new HashMap<>();
    private boolean failing;
    private int failingAfterCharges;
    private int failingAfterHolds;

    SmallLedger(DataSource rows) {
        this.rows = rows;
    }

    public synchronized void topUp(PersonId person, String amount) {
        balances.merge(person, Money.parse("USD " + amount), Money::plus);
    }

    /**
     * The next charge is taken, but its row is missing and the caller only hears of a failure: as when the process died while rows
     * were written after their charges.
     */
    public synchronized void failAfterNextCharge() {
        failingAfterCharges = 1;
    }

    /** The next movement of held money is made, but the caller only hears of a failure. */
    public synchronized void failAfterNextHold() {
        failingAfterHolds = 1;
    }

    /** Everything that is set aside comes back, as when its time is over. */
    public synchronized void expire() {
        List.copyOf(holds.values()).stream()
                .filter(hold -> hold.state() == State.OPEN)
                .forEach(hold -> end(hold, State.EXPIRED, Money.zero(CurrencyUnit.USD)));
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
        Money held = holds.values().stream()
                .filter(hold -> hold.state() == State.OPEN && hold.person().equals(person))
                .map(HeldMoney::amount)
                .reduce(nothing, Money::plus);
        return new Balance(balances.getOrDefault(person, nothing), held, nothing);
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
    public synchronized ChargeAnswer charge(Charge charge, ChargeRow<?> row) {
        ChargeAnswer answer = charge(charge);
        if (answer instanceof ChargeAnswer.Charged charged && charged.first()) {
            try {
                write(row);
            } catch (StoreException e) {
                taken.remove(charged.transaction());
                balances.merge(charge.person(), charge.amount(), Money::plus);
                throw e;
            }
        }
        return answer;
    }

    private <T> void write(ChargeRow<T> row) {
        try (Connection connection = rows.getConnection()) {
            row.writer().write(connection, List.of(row.row()));
        } catch (SQLException e) {
            throw new StoreException("the test's row could not be written", e);
        }
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

    @Override
    public synchronized HoldAnswer hold(Hold hold) {
        if (failing) {
            throw new StoreException("the test's ledger fails", null);
        }
        HeldMoney before = holds.get(hold.key());
        if (before != null) {
            boolean same =
                    before.person().equals(hold.person()) && before.amount().equals(hold.amount());
            return same ? new HoldAnswer.Held(false) : new HoldAnswer.KeyReused();
        }
        Money available = balance(hold.person()).available();
        if (available.isLessThan(hold.amount())) {
            return new HoldAnswer.Insufficient(available);
        }
        balances.put(hold.person(), available.minus(hold.amount()));
        holds.put(
                hold.key(),
                new HeldMoney(
                        hold.key(),
                        hold.person(),
                        hold.amount(),
                        hold.reason(),
                        State.OPEN,
                        Money.zero(CurrencyUnit.USD),
                        Instant.now(),
                        hold.expires(),
                        Optional.empty()));
        failAfterHold();
        return new HoldAnswer.Held(true);
    }

    @Override
    public synchronized HoldEnd capture(String key, Money amount) {
        return end(key, State.CAPTURED, amount);
    }

    @Override
    public synchronized HoldEnd release(String key, String reason) {
        return end(key, State.RELEASED, Money.zero(CurrencyUnit.USD));
    }

    @Override
    public synchronized Optional<HeldMoney> find(String key) {
        if (failing) {
            throw new StoreException("the test's ledger fails", null);
        }
        return Optional.ofNullable(holds.get(key));
    }

    @Override
    public Slice<HeldMoney> of(PersonId person, int limit, Optional<String> before) {
        throw new UnsupportedOperationException("the catalogue knows its holds by their keys");
    }

    private HoldEnd end(String key, State state, Money captured) {
        if (failing) {
            throw new StoreException("the test's ledger fails", null);
        }
        HeldMoney hold = holds.get(key);
        if (hold == null) {
            return new HoldEnd.NoSuchHold();
        }
        if (hold.state() != State.OPEN) {
            return hold.state() == state && hold.captured().equals(captured)
                    ? new HoldEnd.Ended(false)
                    : new HoldEnd.EndedOtherwise(hold);
        }
        if (captured.isGreaterThan(hold.amount())) {
            return new HoldEnd.TooMuch(hold.amount());
        }
        end(hold, state, captured);
        failAfterHold();
        return new HoldEnd.Ended(true);
    }

    private void end(HeldMoney hold, State state, Money captured) {
        balances.merge(hold.person(), hold.amount().minus(captured), Money::plus);
        holds.put(
                hold.key(),
                new HeldMoney(
                        hold.key(),
                        hold.person(),
                        hold.amount(),
                        hold.reason(),
                        state,
                        captured,
                        hold.madeAt(),
                        hold.expires(),
                        Optional.of(Instant.now())));
    }

    private void failAfterHold() {
        if (failingAfterHolds-- > 0) {
            throw new StoreException("the test's ledger fails", null);
        }
    }
}
