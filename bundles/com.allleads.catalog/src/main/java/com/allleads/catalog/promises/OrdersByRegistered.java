package com.allleads.catalog.promises;

import com.allleads.api.person.PersonId;
import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PromiseCheck;
import com.allleads.api.registration.Accounts;
import com.allleads.catalog.OrderBook;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** {@code registration.required}: behind every order stands a person with an account. */
@Component(service = PromiseCheck.class)
public final class OrdersByRegistered implements PromiseCheck {

    private static final int PEOPLE_AT_A_TIME = 500;

    private final OrderBook book;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Accounts accounts;

    @Activate
    public OrdersByRegistered(@Reference OrderBook book) {
        this.book = book;
    }

    @Override
    public String promise() {
        return "registration.required";
    }

    @Override
    public Evidence count() {
        Accounts people = accounts;
        if (people == null) {
            return Evidence.unproven("The accounts are not there to compare the orders with.");
        }
        long orders = 0;
        long strangers = 0;
        Optional<PersonId> last = Optional.empty();
        Map<PersonId, Long> some = book.perPerson(last, PEOPLE_AT_A_TIME);
        while (!some.isEmpty()) {
            Set<PersonId> registered = people.registered(some.keySet());
            for (Map.Entry<PersonId, Long> person : some.entrySet()) {
                orders += person.getValue();
                strangers += registered.contains(person.getKey()) ? 0 : person.getValue();
                last = Optional.of(person.getKey());
            }
            some = book.perPerson(last, PEOPLE_AT_A_TIME);
        }
        return Evidence.none(
                "ordersByUnregistered",
                strangers,
                "orders",
                orders,
                "Orders of people who never registered. All orders are paid before from a prepaid balance.");
    }
}
