package com.allleads.billing.ledger;

import com.allleads.api.billing.Balance;
import com.allleads.api.person.PersonId;
import com.allleads.billing.BillingSettings;
import com.allleads.billing.Contention;
import com.allleads.billing.Uniqueness;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.joda.money.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The accounts and what is on them. An account is opened when the first money comes to it, and stays. */
@Component(service = LedgerAccounts.class)
public final class LedgerAccounts {

    private final Jdbi jdbi;
    private final BillingSettings settings;
    private final Partitions partitions;
    /** Numbers of accounts never change, so that remembering them can do no harm. */
    private final Map<AccountName, Long> numbers = Collections.synchronizedMap(new Recent<>());

    @Activate
    public LedgerAccounts(
            @Reference(target = "(schema=com.allleads.billing)") Jdbi jdbi, @Reference BillingSettings settings) {
        this.jdbi = jdbi;
        this.settings = settings;
        this.partitions = Partitions.of(jdbi);
    }

    /** The part of the ledger that a person belongs to, which names the accounts that their money moves to and from. */
    public Partition partition(PersonId person) {
        return partitions.of(person);
    }

    /** The number of an account, where it was opened. */
    public Optional<Long> find(AccountName name) {
        Long remembered = numbers.get(name);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        Optional<Long> found = jdbi.withHandle(handle -> handle.createQuery("SELECT id FROM billing_account"
                        + " WHERE holder = :holder AND kind = :kind AND currency = :currency")
                .bind("holder", name.holder())
                .bind("kind", name.kind().name())
                .bind("currency", settings.currency().getCode())
                .mapTo(Long.class)
                .findOne());
        found.ifPresent(number -> numbers.put(name, number));
        return found;
    }

    /** The number of an account, which is opened where it was not. */
    public long open(AccountName name) {
        return find(name).orElseGet(() -> {
            insert(name);
            return find(name).orElseThrow(() -> new IllegalStateException("the account that was opened is not there"));
        });
    }

    /**
     * The number of the account of a person's promotional credit, which is opened where it was not. From then on it is found by
     * the account of what they paid in, so that whoever spends from that sees it.
     */
    public long openPromotional(PersonId person) {
        long paid = open(AccountName.of(person));
        long promotional = open(AccountName.promotional(person));
        jdbi.useTransaction(handle -> {
            // First, as writers of the ledger do, and counted, so that they read the account anew.
            handle.createUpdate("UPDATE billing_chain SET openings = openings + 1 WHERE name = :chain")
                    .bind("chain", partition(person).chain())
                    .execute();
            handle.createUpdate(
                            "UPDATE billing_account SET promotional = :promotional WHERE id = :paid AND promotional IS NULL")
                    .bind("promotional", promotional)
                    .bind("paid", paid)
                    .execute();
        });
        return promotional;
    }

    /** What a person can spend, what of it was given to them, and what is set aside. */
    public Balance balance(PersonId person) {
        Map<AccountKind, Long> amounts = new EnumMap<>(AccountKind.class);
        jdbi.useHandle(handle -> handle.createQuery(
                        "SELECT kind, balance FROM billing_account WHERE holder = :holder AND currency = :currency")
                .bind("holder", person.toString())
                .bind("currency", settings.currency().getCode())
                .map((row, context) -> amounts.put(AccountKind.valueOf(row.getString("kind")), row.getLong("balance")))
                .list());
        long promotional = amounts.getOrDefault(AccountKind.PROMOTIONAL, 0L);
        return new Balance(
                money(amounts.getOrDefault(AccountKind.PERSON, 0L) + promotional),
                money(amounts.getOrDefault(AccountKind.HELD, 0L)
                        + amounts.getOrDefault(AccountKind.HELD_PROMOTIONAL, 0L)),
                money(promotional));
    }

    /** What is on an account; zero where it was not opened. */
    public Money balance(AccountName name) {
        long minor = jdbi.withHandle(handle -> handle.createQuery("SELECT balance FROM billing_account"
                        + " WHERE holder = :holder AND kind = :kind AND currency = :currency")
                .bind("holder", name.holder())
                .bind("kind", name.kind().name())
                .bind("currency", settings.currency().getCode())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
        return money(minor);
    }

    /** What the site owes to all people together: what they paid in and did not spend, set aside or not. */
    public Money owedToPeople() {
        return total(AccountKind.PERSON, AccountKind.HELD);
    }

    /** What is on all accounts of these kinds together, at one moment. */
    public Money total(AccountKind... kinds) {
        long minor = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT SUM(balance) FROM billing_account WHERE kind IN (<kinds>) AND currency = :currency")
                .bindList("kinds", Stream.of(kinds).map(AccountKind::name).toList())
                .bind("currency", settings.currency().getCode())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
        return money(minor);
    }

    private Money money(long minor) {
        return Money.ofMinor(settings.currency(), minor);
    }

    private void insert(AccountName name) {
        try {
            Contention.outlasted(() -> jdbi.withHandle(handle -> handle.createUpdate("INSERT INTO billing_account"
                            + " (kind, holder, currency, balance, changes) VALUES (:kind, :holder, :currency, 0, 0)")
                    .bind("kind", name.kind().name())
                    .bind("holder", name.holder())
                    .bind("currency", settings.currency().getCode())
                    .execute()));
        } catch (JdbiException e) {
            // Where somebody else opened it at the same moment, that is as good.
            if (!Uniqueness.violatedBy(e)) {
                throw e;
            }
        }
    }
}
