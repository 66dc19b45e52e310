package com.allleads.catalog;

import com.allleads.api.person.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * How orders that are delivered later stand, in the table of orders. Every change is made from one stage only, so that of two at
 * a time one counts.
 */
@Component(service = DeliveryTable.class)
public final class DeliveryTable {

    private static final String SELECT = "SELECT * FROM catalog_order WHERE ";

    private final Jdbi jdbi;

    @Activate
    public DeliveryTable(@Reference(target = "(schema=com.allleads.catalog)") Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * The price is set aside.
     *
     * @return whether it was an order that was being placed
     */
    boolean placed(UUID id, Instant checkAt) {
        return jdbi.withHandle(handle -> handle.createUpdate("UPDATE catalog_order SET stage = 'ORDERED',"
                                + " check_at = :check WHERE id = :id AND stage = 'PLACING'")
                        .bind("check", checkAt.toEpochMilli())
                        .bind("id", id.toString())
                        .execute()
                == 1);
    }

    /** Nothing was set aside for an order that was being placed: there is none. */
    void notPlaced(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM catalog_order WHERE id = :id AND stage = 'PLACING'")
                .bind("id", id.toString())
                .execute());
    }

    /** Writes down how an order that waits for delivery is to end; does nothing where it does not wait any more. */
    void begin(UUID id, Stage ending, int delivered, String actor, Optional<String> reason, Instant now) {
        jdbi.useHandle(handle -> {
            Update update = handle.createUpdate("UPDATE catalog_order SET stage = :stage, delivered = :delivered,"
                            + " actor = :actor, reason = :reason, check_at = :now WHERE id = :id AND stage = 'ORDERED'")
                    .bind("stage", ending.name())
                    .bind("delivered", delivered)
                    .bind("actor", actor)
                    .bind("reason", reason.orElse(null))
                    .bind("now", now.toEpochMilli())
                    .bind("id", id.toString());
            update.execute();
        });
    }

    /** Writes down that all orders of somebody who leaves are to be cancelled; in the caller's transaction. */
    void beginToCancelAll(PersonId person, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE catalog_order SET stage = 'CANCELLING', actor = :actor,"
                        + " check_at = :now WHERE person = :person AND stage = 'ORDERED'")
                .bind("actor", Delivery.SITE)
                .bind("now", now.toEpochMilli())
                .bind("person", person.toString())
                .execute());
    }

    /** An order ended, and its person is to be told. */
    void ended(Order order, Delivery end) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE catalog_order SET stage = :stage, delivered = :delivered,"
                        + " actor = :actor, reason = :reason, ended_at = :at, check_at = NULL, notice_owed = TRUE"
                        + " WHERE id = :id AND ended_at IS NULL")
                .bind("stage", end.stage().name())
                .bind("delivered", end.quantity())
                .bind("actor", end.actor().orElse(null))
                .bind("reason", end.reason().orElse(null))
                .bind("at", end.endedAt().orElseThrow().toEpochMilli())
                .bind("id", order.id().toString())
                .execute());
    }

    /** The orders whose money is to be looked at now, longest overdue first. */
    List<Order> due(Instant now, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + "check_at <= :now ORDER BY check_at FETCH FIRST " + limit + " ROWS ONLY")
                .bind("now", now.toEpochMilli())
                .map((row, context) -> OrderRow.read(row))
                .list());
    }

    /** It is looked at again later, unless it ended. */
    void again(UUID id, Instant checkAt) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE catalog_order SET check_at = :check WHERE id = :id AND check_at IS NOT NULL")
                .bind("check", checkAt.toEpochMilli())
                .bind("id", id.toString())
                .execute());
    }

    /** The orders of whose end people are to be told. */
    List<Order> noticesOwed(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + "notice_owed = TRUE ORDER BY ended_at FETCH FIRST " + limit + " ROWS ONLY")
                .map((row, context) -> OrderRow.read(row))
                .list());
    }

    /** The message is stored; in the caller's transaction. */
    void noticeSent(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE catalog_order SET notice_owed = FALSE WHERE id = :id")
                .bind("id", id.toString())
                .execute());
    }
}
