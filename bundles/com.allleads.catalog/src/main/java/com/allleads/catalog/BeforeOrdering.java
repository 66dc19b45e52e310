package com.allleads.catalog;

import com.allleads.api.catalog.Service;
import com.allleads.api.store.GroupRead;
import com.allleads.api.store.Lookup;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What has to be known before an order is taken, read for all who order at a moment. */
@Component(service = BeforeOrdering.class)
public final class BeforeOrdering {

    private final Lookup<Asked, Known> known;

    /**
     * @param book says that the tables are there
     */
    @Activate
    public BeforeOrdering(@Reference OrderBook book, @Reference GroupRead groupRead) {
        this.known = groupRead.lookup(BeforeOrdering::read);
    }

    Known find(UUID order, String service) {
        return known.find(new Asked(order.toString(), service)).orElseThrow();
    }

    private static Map<Asked, Known> read(Connection connection, Set<Asked> asked) throws SQLException {
        Set<String> ids = each(asked, Asked::order);
        Map<String, Order> orders = OrderBook.read(connection, ids);
        Map<String, String> refusals = Refusals.digests(connection, ids);
        Map<String, Service> services = Offers.forSale(connection, each(asked, Asked::service));
        Map<Asked, Known> known = new HashMap<>();
        asked.forEach(one -> known.put(
                one,
                new Known(
                        Optional.ofNullable(orders.get(one.order())),
                        Optional.ofNullable(refusals.get(one.order())),
                        Optional.ofNullable(services.get(one.service())))));
        return known;
    }

    private static Set<String> each(Set<Asked> asked, Function<Asked, String> of) {
        return asked.stream().map(of).collect(Collectors.toSet());
    }

    private record Asked(String order, String service) {}

    /**
     * What is known.
     *
     * @param order the order itself, where it was made before
     * @param refused the digest of the request that was refused under its id
     * @param service what is ordered, where it is for sale
     */
    record Known(Optional<Order> order, Optional<String> refused, Optional<Service> service) {}
}
