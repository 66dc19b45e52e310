package com.allleads.catalog;

import com.allleads.api.billing.ChargeRow;
import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import com.allleads.api.rest.Paging;
import com.allleads.api.store.Committer;
import com.allleads.api.store.GroupCommit;
import com.allleads.api.store.GroupRead;
import com.allleads.api.store.InChunks;
import com.allleads.api.store.Lookup;
import com.allleads.api.store.RowReader;
import com.allleads.api.store.StoreException;
import com.allleads.catalog.OrderRows.NewRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The table of orders. What becomes of those that are delivered later is written by {@link DeliveryTable}. */
@Component(service = OrderBook.class)
public final class OrderBook {

    private static final long MILLIS_PER_DAY = Duration.ofDays(1).toMillis();
    private static final String NEWEST_FIRST = " ORDER BY ordered_at DESC, id DESC";

    private static final RowMapper<Order> ORDER = (row, context) -> OrderRow.read(row);
    /** What is being placed is no order yet. */
    private static final String PLACED = "(stage IS NULL OR stage <> 'PLACING')";

    private final Jdbi jdbi;
    private final NewOrders newOrders = new NewOrders();
    private final Committer<NewRow, Boolean> committer;
    private final Lookup<String, Order> orders;

    /**
     * @param groupRead since people who wait for an order look at it again and again
     */
    @Activate
    public OrderBook(
            @Reference(target = "(schema=com.allleads.catalog)") Jdbi jdbi,
            @Reference GroupCommit groupCommit,
            @Reference GroupRead groupRead) {
        this.jdbi = jdbi;
        this.orders = groupRead.lookup(OrderBook::read);
        this.committer = groupCommit.open("catalog-orders", new OrderRows());
    }

    /** Writes what is queued, then refuses more. */
    @Deactivate
    void close() {
        committer.close();
    }

    /** Orders by their ids, whoever made them; those that are being placed too. */
    private static Map<String, Order> read(Connection connection, Set<String> ids) throws SQLException {
        return InChunks.byKey(
                connection,
                "SELECT * FROM catalog_order WHERE id IN",
                ids,
                row -> new RowReader.Row<>(row.getString("id"), OrderRow.read(row)));
    }

    /** Those among some orders that have no row. */
    List<Order> missing(List<Order> some) {
        Set<String> there = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT id FROM catalog_order WHERE id IN (<ids>)")
                .bindList(
                        "ids", some.stream().map(order -> order.id().toString()).toList())
                .mapTo(String.class)
                .set());
        return some.stream()
                .filter(order -> !there.contains(order.id().toString()))
                .toList();
    }

    /** An order by its id, whoever made it; one that is being placed too. */
    Optional<Order> find(UUID id) {
        return orders.find(id.toString());
    }

    /** An order by its id, whoever made it. */
    public Optional<Order> findPlaced(UUID id) {
        return find(id).filter(order ->
                order.delivery().filter(later -> later.stage() == Stage.PLACING).isEmpty());
    }

    /** An order of a person. */
    public Optional<Order> find(PersonId person, UUID id) {
        return findPlaced(id).filter(order -> order.person().equals(person));
    }

    /** The row of an order that is paid at once, for whoever writes it in another transaction; see {@link NewOrders}. */
    ChargeRow<Order> row(Order order) {
        return new ChargeRow<>(newOrders, order);
    }

    /**
     * Adds an order, unless it is there.
     *
     * @return whether it was added
     */
    boolean add(Order order) {
        return add(order, Optional.empty());
    }

    /**
     * Adds an order that is being placed, unless it is there.
     *
     * @param checkAt when it is looked at whether it was placed, where its money is not paid at once
     * @return whether it was added
     */
    boolean add(Order order, Optional<Instant> checkAt) {
        try {
            return committer.commit(new NewRow(order, checkAt));
        } catch (StoreException e) {
            if (DuplicateRow.in(e)) {
                return false;
            }
            throw e;
        }
    }

    /** A person's orders, newest first. */
    public Slice<Order> of(PersonId person, Paging paging) {
        return part("person = :person", query -> query.bind("person", person.toString()), paging);
    }

    /** Everybody's orders, newest first. */
    public Slice<Order> everybodys(OrderFilter filter, Paging paging) {
        String service = filter.service().isPresent() ? "service = :service" : "1 = 1";
        String status = filter.status()
                .map(OrderBook::withStatus)
                .map(condition -> " AND " + condition)
                .orElse("");
        return part(
                service + status, query -> filter.service().ifPresent(wanted -> query.bind("service", wanted)), paging);
    }

    private static String withStatus(OrderStatus status) {
        return status == OrderStatus.PAID
                ? "stage IS NULL"
                : Stage.of(status).stream()
                        .map(stage -> "'" + stage + "'")
                        .collect(Collectors.joining(", ", "stage IN (", ")"));
    }

    private Slice<Order> part(String condition, Consumer<Query> values, Paging paging) {
        Optional<Cursor> from = paging.cursor().map(Cursor::parse);
        String after = from.isPresent() ? " AND (ordered_at < :at OR ordered_at = :at AND id < :id)" : "";
        List<Order> rows = jdbi.withHandle(handle -> {
            Query query = handle.createQuery("SELECT * FROM catalog_order WHERE " + PLACED + " AND " + condition + after
                    + NEWEST_FIRST + " FETCH FIRST " + (paging.limit() + 1) + " ROWS ONLY");
            values.accept(query);
            from.ifPresent(cursor -> query.bind("at", cursor.at()).bind("id", cursor.id()));
            return query.map(ORDER).list();
        });
        return Slice.of(rows, paging.limit(), order -> Cursor.after(order).toString());
    }

    /** How many orders were made on each day of UTC since one; days without any are left out. */
    public Map<LocalDate, Long> perDay(LocalDate since) {
        Map<LocalDate, Long> counts = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("SELECT day_no, COUNT(*) AS orders FROM (SELECT ordered_at / "
                        + MILLIS_PER_DAY + " AS day_no FROM catalog_order WHERE ordered_at >= :since AND " + PLACED
                        + ") latest"
                        + " GROUP BY day_no")
                .bind("since", since.toEpochDay() * MILLIS_PER_DAY)
                .map((row, context) -> Map.entry(LocalDate.ofEpochDay(row.getLong("day_no")), row.getLong("orders")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue())));
        return counts;
    }

    /** All orders of a person, newest first. */
    List<Order> all(PersonId person) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM catalog_order WHERE person = :person AND " + PLACED + NEWEST_FIRST)
                .bind("person", person.toString())
                .map(ORDER)
                .list());
    }

    /**
     * How many orders people made, some people at a time.
     *
     * @param after the last person of the part before; empty for the first part
     * @param limit how many people
     * @return counts by person; empty at the end
     */
    public Map<PersonId, Long> perPerson(Optional<PersonId> after, int limit) {
        Map<PersonId, Long> counts = new LinkedHashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(
                        "SELECT person, COUNT(*) AS orders FROM catalog_order WHERE person > :after AND " + PLACED
                                + " GROUP BY person"
                                + " ORDER BY person FETCH FIRST " + limit + " ROWS ONLY")
                .bind("after", after.map(PersonId::toString).orElse(""))
                .map((row, context) -> Map.entry(PersonId.parse(row.getString("person")), row.getLong("orders")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue())));
        return counts;
    }

    /** The charge up to which every order has its row; empty at the beginning. */
    Optional<String> repairedUpTo() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT charge FROM catalog_repair WHERE id = 1")
                .mapTo(String.class)
                .findOne());
    }

    /** Remembers that up to this charge every order has its row. */
    void repairedUpTo(String charge) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE catalog_repair SET charge = :charge WHERE id = 1")
                .bind("charge", charge)
                .execute());
    }

    /** Where a list of orders goes on: after the order made at this time with this id. */
    private record Cursor(long at, String id) {

        static Cursor after(Order order) {
            return new Cursor(order.orderedAt().toEpochMilli(), order.id().toString());
        }

        static Cursor parse(String text) {
            String[] parts = text.split("_", 2);
            try {
                return new Cursor(
                        Long.parseLong(parts[0]), UUID.fromString(parts[1]).toString());
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw Paging.badCursor();
            }
        }

        @Override
        public String toString() {
            return at + "_" + id;
        }
    }
}
