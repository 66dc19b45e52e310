package com.allleads.catalog;

import com.allleads.api.catalog.Service;
import com.allleads.api.person.PersonId;
import com.allleads.api.registration.Accounts.Status;
import com.allleads.api.rest.IdempotencyKey;
import com.allleads.store.testing.StoreRule;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;

/** The catalogue on a test's database, with people and a ledger in memory. */
public final class Shop {

    public final People people = new People();
    public final SmallLedger ledger;
    public final Offers offers;
    public final OrderBook book;
    public final Refusals refusals;
    public Orders orders;
    public final DeliveryTable table;
    public final HeldOrders later;
    public final KeptMail mail = new KeptMail();
    public final OrderMail letters;
    private final MovableClock clock = new MovableClock();

    public Shop(StoreRule store) {
        ledger = new SmallLedger(store.dataSource());
        offers = new Offers(new JpaOnStore(store), store.jdbi(), store.groupRead(), new CatalogSettings(90));
        offers.balances = ledger;
        book = new OrderBook(store.jdbi(), store.groupCommit(), store.groupRead());
        refusals = new Refusals(store.jdbi());
        table = new DeliveryTable(store.jdbi());
        later = new HeldOrders(book, table, refusals, clock);
        later.holds = ledger;
        letters = new OrderMail(table, store.transactions());
        letters.outbox = mail;
        letters.accounts = people;
        restart();
    }

    /** The site stops and starts: what it knew beside the database is forgotten. */
    public void restart() {
        orders = new Orders(offers, book, refusals, later);
        orders.balances = ledger;
        orders.accounts = people;
    }

    /** Somebody active with this much to spend. */
    public PersonId customer(String balance) {
        PersonId person = people.with(Status.ACTIVE);
        ledger.topUp(person, balance);
        return person;
    }

    /** A service of a test's own. */
    public String service(String price) {
        String id = "s-" + UUID.randomUUID().toString().substring(0, 18);
        offers.offer(new Service(id, "A service", Money.parse(price)));
        return id;
    }

    /** A service of a test's own that is delivered within a week. */
    public String laterService(String price) {
        String id = service(price);
        offers.offer(new Service(id, "A service", Money.parse(price), Optional.of(7)));
        return id;
    }

    /** From here on billing is away. */
    public void billingGoes() {
        orders.balances = null;
        later.holds = null;
    }

    /** What the upkeep does once this much time has gone by. */
    public void upkeepAfter(Duration time) {
        clock.forward(time);
        later.followDue(1000);
        letters.sendOwed();
    }

    /** A key for one order. */
    public static IdempotencyKey key() {
        return new IdempotencyKey(UUID.randomUUID().toString(), "d".repeat(64));
    }

    /** The same key with another request. */
    public static IdempotencyKey otherRequest(IdempotencyKey key) {
        return new IdempotencyKey(key.key(), "e".repeat(64));
    }
}
