package com.allleads.billing.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Follows each account through its entries: numbered without a gap and in one chain, each balance the one before it and the
 * amount, the last one the balance of the account. Entries that were written after the check began are followed too, but only those in links that
 * were followed count as proven. Not safe for use by several threads.
 */
final class BalanceCheck {

    private static final int ACCOUNTS_PER_STEP = 500;
    private static final int ENTRIES_PER_STEP = 5_000;

    private final Jdbi jdbi;
    private final ChainCheck chains;
    /** Links that the entries name and that were not followed: each must at least be there. */
    private final Set<Long> laterLinks = new HashSet<>();

    BalanceCheck(Jdbi jdbi, ChainCheck chains) {
        this.jdbi = jdbi;
        this.chains = chains;
    }

    /** The first thing that is wrong; empty where every balance is right. */
    Optional<String> firstBroken() {
        long last = 0;
        while (true) {
            List<Account> accounts = accountsAfter(last);
            if (accounts.isEmpty()) {
                return missingLink();
            }
            for (Account account : accounts) {
                Optional<String> broken = broken(account);
                if (broken.isPresent()) {
                    return broken;
                }
            }
            last = accounts.get(accounts.size() - 1).id();
        }
    }

    /** The account was read before its entries, so that every change it counts is among them. */
    private Optional<String> broken(Account account) {
        long change = 0;
        long balance = 0;
        OptionalLong chain = OptionalLong.empty();
        while (true) {
            List<Entry> entries = entriesAfter(account.id(), change);
            for (Entry entry : entries) {
                if (entry.changeNo() != change + 1 || entry.balance() != balance + entry.amount()) {
                    return Optional.of("entry " + entry.changeNo() + " of account " + account.id() + ", in transaction "
                            + entry.transaction() + ", does not follow from the one before it");
                }
                long link = WrittenTransaction.link(entry.transaction());
                OptionalLong followed = chains.chainOf(link);
                if (followed.isEmpty()) {
                    laterLinks.add(link);
                } else if (chain.isPresent() && !chain.equals(followed)) {
                    return Optional.of("entry " + entry.changeNo() + " of account " + account.id() + ", in transaction "
                            + entry.transaction() + ", is not in the chain of the ones before it");
                } else {
                    chain = followed;
                }
                change = entry.changeNo();
                balance = entry.balance();
                if (change == account.changes() && balance != account.balance()) {
                    return Optional.of("the balance of account " + account.id() + " is not what its entries make it");
                }
            }
            if (entries.size() < ENTRIES_PER_STEP) {
                return wrongCount(account, change, balance);
            }
        }
    }

    private Optional<String> wrongCount(Account account, long changes, long balance) {
        Account now =
                changes == account.changes() ? account : account(account.id()).orElse(account);
        boolean right = changes <= now.changes()
                && changes >= account.changes()
                && (changes != now.changes() || balance == now.balance());
        return right
                ? Optional.empty()
                : Optional.of("account " + account.id() + " has " + changes + " entries and counts " + now.changes());
    }

    private Optional<String> missingLink() {
        return jdbi.withHandle(handle -> laterLinks.stream()
                .filter(link -> !exists(handle, link))
                .map(link -> "the entries of link " + link + " are in no chain")
                .findFirst());
    }

    private static boolean exists(Handle handle, long link) {
        return handle.createQuery("SELECT id FROM billing_link WHERE id = :link")
                .bind("link", link)
                .mapTo(Long.class)
                .findOne()
                .isPresent();
    }

    private List<Account> accountsAfter(long last) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id, balance, changes FROM billing_account"
                        + " WHERE id > :last ORDER BY id FETCH FIRST :rows ROWS ONLY")
                .bind("last", last)
                .bind("rows", ACCOUNTS_PER_STEP)
                .map((row, context) -> new Account(row.getLong("id"), row.getLong("balance"), row.getLong("changes")))
                .list());
    }

    private Optional<Account> account(long id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT balance, changes FROM billing_account WHERE id = :id")
                        .bind("id", id)
                        .map((row, context) -> new Account(id, row.getLong("balance"), row.getLong("changes")))
                        .findOne());
    }

    private List<Entry> entriesAfter(long account, long change) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT transaction_id, change_no, amount, balance"
                        + " FROM billing_entry WHERE account = :account AND change_no > :change"
                        + " ORDER BY change_no FETCH FIRST :rows ROWS ONLY")
                .bind("account", account)
                .bind("change", change)
                .bind("rows", ENTRIES_PER_STEP)
                .map((row, context) -> new Entry(
                        row.getLong("transaction_id"),
                        row.getLong("change_no"),
                        row.getLong("amount"),
                        row.getLong("balance")))
                .list());
    }

    private record Account(long id, long balance, long changes) {}

    private record Entry(long transaction, long changeNo, long amount, long balance) {}
}
