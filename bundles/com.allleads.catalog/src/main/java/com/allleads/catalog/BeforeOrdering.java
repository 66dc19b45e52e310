package com.allleads.catalog;

import com.allleads.api.catalog.Service;
import com.allleads.api.person.PersonId;
import com.allleads.api.registration.Accounts;
import com.allleads.api.registration.Accounts.Status;
import com.allleads.api.store.GroupRead;
import com.allleads.api.store.InChunks;
import com.allleads.api.store.InChunks.Part;
import com.allleads.api.store.Lookup;
import com.allleads.api.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What has to be known before an order is taken, read for all who order at a moment. */
@Component(service = BeforeOrdering.class)
public final class BeforeOrdering {

    private static final String MADE = "SELECT 'ORDER' AS what, id, '' AS name, 0 AS price, '' AS currency,"
            + " 0 AS delivery_days FROM catalog_order WHERE id IN";

    private final Lookup<Asked, Known> known;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Accounts accounts;

    /**
     * @param book says that the tables are there
     */
    @Activate
    public BeforeOrdering(@Reference OrderBook book, @Reference GroupRead groupRead) {
        this.known = groupRead.lookup(this::read);
    }

    /** Whether anything can be known. */
    boolean open() {
        return accounts != null;
    }

    /** Whether a person may order, or might a moment ago. */
    boolean active(PersonId person) {
        Accounts there = accounts;
        return there != null && there.active(person);
    }

    /**
     * What is known.
     *
     * @throws StoreException where it could not be read
     */
    Known find(UUID order, PersonId person, String service) {
        return known.find(new Asked(order.toString(), person, service)).orElseThrow();
    }

    private Map<Asked, Known> read(Connection connection, Set<Asked> asked) throws SQLException {
        List<String> ids = each(asked, Asked::order);
        Set<String> made = new HashSet<>();
        Map<String, String> refusals = new HashMap<>();
        Map<String, Service> services = new HashMap<>();
        InChunks.query(
                connection,
                List.of(
                        new Part(MADE, ids),
                        new Part(Refusals.REFUSED, ids),
                        new Part(Offers.FOR_SALE, Offers.possible(each(asked, Asked::service)))),
                row -> {
                    // Derby fills up the shorter ones.
                    switch (row.getString("what").strip()) {
                        case "ORDER" -> made.add(row.getString("id"));
                        case "REFUSAL" -> refusals.put(row.getString("id"), row.getString("name"));
                        default -> services.put(row.getString("id"), Offers.service(row));
                    }
                });
        // Of those who order at a moment hardly anybody did so before.
        Map<String, Order> orders = made.isEmpty() ? Map.of() : OrderBook.read(connection, made);
        Map<PersonId, Status> statuses = statuses(each(asked, Asked::person));
        Map<Asked, Known> known = new HashMap<>();
        asked.forEach(one -> known.put(
                one,
                new Known(
                        Optional.ofNullable(orders.get(one.order())),
                        Optional.ofNullable(refusals.get(one.order())),
                        Optional.ofNullable(services.get(one.service())),
                        Optional.ofNullable(statuses.get(one.person())))));
        return known;
    }

    private Map<PersonId, Status> statuses(List<PersonId> people) {
        Accounts there = accounts;
        if (there == null) {
            throw new StoreException("the accounts went away", null);
        }
        return there.statuses(people);
    }

    private static <T> List<T> each(Set<Asked> asked, Function<Asked, T> of) {
        return asked.stream().map(of).distinct().toList();
    }

    private record Asked(String order, PersonId person, String service) {}

    /**
     * What is known.
     *
     * @param order the order itself, where it was made before
     * @param refused the digest of the request that was refused under its id
     * @param service what is ordered, where it is for sale
     * @param status that of the person's account, where there is one
     */
    record Known(Optional<Order> order, Optional<String> refused, Optional<Service> service, Optional<Status> status) {}
}
