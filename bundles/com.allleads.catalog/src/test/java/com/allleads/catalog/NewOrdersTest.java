package com.allleads.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.person.PersonId;
import com.allleads.catalog.NewOrders.RefusedBefore;
import com.allleads.store.testing.StoreRule;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class NewOrdersTest {

    @Rule
    public final StoreRule store;

    private final PersonId ann = PersonId.random();
    private OrderBook book;

    public NewOrdersTest() {
        this(new StoreRule("db/changelog.xml"));
    }

    NewOrdersTest(StoreRule store) {
        this.store = store;
    }

    @Before
    public void open() {
        book = new OrderBook(store.jdbi(), store.groupCommit(), store.groupRead());
    }

    @Test
    public void addsHoweverManyAsTheyAre() throws SQLException {
        List<Order> orders = Stream.generate(this::order).limit(70).toList();

        write(orders);

        assertThat(book.all(ann)).containsExactlyInAnyOrderElementsOf(orders);
        assertThat(book.find(orders.get(0).id())).contains(orders.get(0));
    }

    @Test
    public void addsNoneWhereOneWasRefusedBefore() {
        List<Order> orders = List.of(order(), order(), order());
        new Refusals(store.jdbi()).add(orders.get(1).id(), ann, "d");

        assertThatThrownBy(() -> write(orders)).isInstanceOf(RefusedBefore.class);

        assertThat(book.all(ann)).isEmpty();
    }

    @Test
    public void addsNoneWhereOneIsThere() {
        List<Order> orders = List.of(order(), order(), order());
        book.add(orders.get(1));

        assertThatThrownBy(() -> write(orders)).matches(DuplicateRow::in);

        assertThat(book.all(ann)).containsExactly(orders.get(1));
    }

    private void write(List<Order> orders) throws SQLException {
        try (Connection connection = store.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try {
                new NewOrders().write(connection, orders);
                connection.commit();
            } finally {
                connection.rollback();
            }
        }
    }

    private Order order() {
        return new Order(
                UUID.randomUUID(),
                ann,
                "lead",
                "One lead, \"qualified\" {and, so}",
                3,
                Money.parse("USD 2.50"),
                "d".repeat(64),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                Optional.empty());
    }
}
