package com.allleads.billing.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Between which accounts money moves. What depends on their balances is decided when the transaction is written. */
public sealed interface Movement {

    /** The account of the person concerned. */
    long account();

    /** What the person gains by it, in minor units; negative where they lose. */
    long amount();

    /** The accounts that it names. */
    Set<Long> accounts();

    /** What it does to each account, given what is on them. */
    List<Leg> legs(Funds funds);

    /** What is on the accounts while the transaction is written. */
    interface Funds {

        /** What is on an account. */
        long balance(long account);

        /** The account of the same person's promotional credit; empty where they never got any. */
        OptionalLong promotional(long account);
    }

    /**
     * Amounts that are known beforehand.
     *
     * @param legs two or more of different accounts that sum to zero; the first one is that of the person concerned
     */
    record Transfer(List<Leg> legs) implements Movement {

        /** Refuses what is not a transaction. */
        public Transfer {
            legs = List.copyOf(legs);
            long sum = 0;
            for (Leg leg : legs) {
                sum = Math.addExact(sum, leg.amount());
            }
            if (legs.size() < 2 || sum != 0) {
                throw new IllegalArgumentException("entries: two or more that sum to zero");
            }
            if (legs.stream().map(Leg::account).distinct().count() != legs.size()) {
                throw new IllegalArgumentException("entries: one per account");
            }
        }

        /** An amount from one account to another; the first is that of the person concerned. */
        public static Transfer between(long account, long amount, long other) {
            return new Transfer(List.of(new Leg(account, amount), new Leg(other, -amount)));
        }

        @Override
        public long account() {
            return legs.get(0).account();
        }

        @Override
        public long amount() {
            return legs.get(0).amount();
        }

        @Override
        public Set<Long> accounts() {
            return Set.copyOf(legs.stream().map(Leg::account).toList());
        }

        @Override
        public List<Leg> legs(Funds funds) {
            return legs;
        }
    }

    /**
     * A person pays: with promotional credit as far as there is any, and with paid money for the rest.
     *
     * @param account the account of the person's paid money
     * @param price positive, in minor units
     * @param paidTo where paid money goes
     * @param promotionalTo where promotional credit goes; may be the same
     */
    record Spend(long account, long price, long paidTo, long promotionalTo) implements Movement {

        /** Refuses to spend nothing, or less. */
        public Spend {
            if (price <= 0) {
                throw new IllegalArgumentException("price: positive");
            }
        }

        @Override
        public long amount() {
            return -price;
        }

        @Override
        public Set<Long> accounts() {
            return paidTo == promotionalTo ? Set.of(account, paidTo) : Set.of(account, paidTo, promotionalTo);
        }

        @Override
        public List<Leg> legs(Funds funds) {
            OptionalLong promotional = funds.promotional(account);
            long given = promotional.isPresent() ? Math.min(price, funds.balance(promotional.getAsLong())) : 0;
            List<Leg> legs = new ArrayList<>(4);
            add(legs, account, given - price);
            if (given > 0) {
                add(legs, promotional.getAsLong(), -given);
            }
            if (paidTo == promotionalTo) {
                add(legs, paidTo, price);
            } else {
                add(legs, paidTo, price - given);
                add(legs, promotionalTo, given);
            }
            return legs;
        }
    }

    /**
     * A bank takes money back from a processor: from the person as far as it is not spent, and else from the site.
     *
     * @param account the account of the person's paid money
     * @param taken positive, in minor units
     * @param loss where the site's losses are kept
     * @param clearing the processor's account
     */
    record TakeBack(long account, long taken, long loss, long clearing) implements Movement {

        /** Refuses to take nothing, or less. */
        public TakeBack {
            if (taken <= 0) {
                throw new IllegalArgumentException("taken: positive");
            }
        }

        @Override
        public long amount() {
            return -taken;
        }

        @Override
        public Set<Long> accounts() {
            return Set.of(account, loss, clearing);
        }

        @Override
        public List<Leg> legs(Funds funds) {
            long unspent = Math.min(taken, funds.balance(account));
            List<Leg> legs = new ArrayList<>(3);
            add(legs, account, -unspent);
            add(legs, loss, unspent - taken);
            add(legs, clearing, taken);
            return legs;
        }
    }

    private static void add(List<Leg> legs, long account, long amount) {
        if (amount != 0) {
            legs.add(new Leg(account, amount));
        }
    }
}
