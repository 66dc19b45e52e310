package com.allleads.catalog.rest;

import static com.allleads.catalog.Shop.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.allleads.api.operator.Operator;
import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import com.allleads.api.rest.Caller;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.Problem.FieldError;
import com.allleads.api.rest.ProblemException;
import com.allleads.catalog.OperatorActs;
import com.allleads.catalog.OrderStatus;
import com.allleads.catalog.OrdersOfPerson;
import com.allleads.catalog.Shop;
import com.allleads.catalog.rest.EverybodysOrdersResource.Delivered;
import com.allleads.catalog.rest.OrdersResource.Item;
import com.allleads.store.testing.StoreRule;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.ws.rs.core.SecurityContext;
import org.junit.ClassRule;
import org.junit.Test;

public class OrdersResourceTest {

    @ClassRule
    public static final StoreRule STORE = new StoreRule("db/changelog.xml");

    private final Shop shop = new Shop(STORE);
    private final OrdersResource resource = new OrdersResource(shop.orders, shop.book, shop.later);
    private final EverybodysOrdersResource everybodys =
            new EverybodysOrdersResource(shop.book, shop.later, OperatorActs.by(act -> (outcome, problem) -> {}));

    @Test
    public void listsOnesOwnOrdersNewestFirstInParts() {
        PersonId ann = shop.customer("100.00");
        PersonId bob = shop.customer("100.00");
        String service = shop.service("USD 1.00");
        shop.orders.place(bob, key(), service, 9);
        for (int quantity = 1; quantity <= 5; quantity++) {
            shop.orders.place(ann, key(), service, quantity);
        }
        List<Item> listed = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Slice<Item> part = resource.all("2", cursor.orElse(null), signedIn(ann));
            assertThat(part.items()).hasSizeLessThanOrEqualTo(2);
            listed.addAll(part.items());
            cursor = part.next();
        } while (cursor.isPresent());
        assertThat(listed).extracting(Item::quantity).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
        assertThat(listed).isSortedAccordingTo((a, b) -> b.orderedAt().compareTo(a.orderedAt()));
        assertThat(listed).extracting(Item::status).containsOnly(OrderStatus.PAID);
        assertThat(new OrdersOfPerson(shop.book, shop.refusals).heldAbout(ann))
                .extractingByKey("orders")
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(5);
    }

    @Test
    public void hidesTheOrdersOfOthers() {
        PersonId ann = shop.customer("100.00");
        shop.orders.place(ann, key(), shop.service("USD 1.00"), 1);
        String id = resource.all(null, null, signedIn(ann)).items().get(0).id();
        assertThat(resource.one(id, signedIn(ann)).id()).isEqualTo(id);
        PersonId bob = shop.customer("1.00");
        assertThat(problem(() -> resource.one(id, signedIn(bob))).status()).isEqualTo(404);
        assertThat(problem(() -> resource.one(UUID.randomUUID().toString(), signedIn(ann)))
                        .status())
                .isEqualTo(404);
        assertThat(problem(() -> resource.one("no-id", signedIn(ann))).status()).isEqualTo(404);
    }

    @Test
    public void cancelsOnesOwnOrderThatWaits() {
        PersonId ann = shop.customer("10.00");
        Item ordered = ordered(ann, shop.laterService("USD 1.25"), 2);
        assertThat(ordered.status()).isEqualTo(OrderStatus.ORDERED);
        assertThat(ordered.deliverBy()).isPresent();
        assertThat(problem(() -> resource.cancel(ordered.id(), signedIn(shop.customer("1.00"))))
                        .status())
                .isEqualTo(404);
        assertThat(resource.cancel(ordered.id(), signedIn(ann)).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(resource.cancel(ordered.id(), signedIn(ann)).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(problem(() -> everybodys.deliver(ordered.id(), new Delivered(1), operator()))
                        .status())
                .isEqualTo(409);
        assertThat(new OrdersOfPerson(shop.book, shop.refusals).heldAbout(ann).toString())
                .contains("status=CANCELLED");
    }

    @Test
    public void listsWhatWaitsAndNamesWhatIsWrongToOperators() {
        PersonId ann = shop.customer("10.00");
        String service = shop.laterService("USD 1.25");
        Item ordered = ordered(ann, service, 2);
        assertThat(everybodys.all("ORDERED", service, null, null).items())
                .extracting(EverybodysOrdersResource.Item::id)
                .containsExactly(ordered.id());
        assertThat(everybodys.all("EXPIRED", service, null, null).items()).isEmpty();
        assertThat(fields(() -> everybodys.all("LOST", null, null, null))).containsExactly("status");
        assertThat(fields(() -> everybodys.deliver(ordered.id(), null, operator())))
                .containsExactly("quantity");
        assertThat(fields(() -> everybodys.deliver(ordered.id(), new Delivered(3), operator())))
                .containsExactly("quantity");
        assertThat(fields(() -> everybodys.cancel(ordered.id(), null, operator())))
                .containsExactly("reason");
        assertThat(problem(() -> everybodys.deliver("no-id", new Delivered(1), operator()))
                        .status())
                .isEqualTo(404);
        shop.billingGoes();
        assertThat(problem(() -> everybodys.deliver(ordered.id(), new Delivered(1), operator()))
                        .status())
                .isEqualTo(503);
        assertThat(everybodys.one(ordered.id()).status()).isEqualTo(OrderStatus.ORDERED);
    }

    @Test
    public void namesWhatIsWrong() {
        PersonId ann = shop.customer("1.00");
        String service = shop.service("USD 1.00");
        assertThat(order(ann, service, 2).status()).isEqualTo(402);
        assertThat(order(ann, service, 0).errors())
                .extracting(FieldError::field)
                .containsExactly("quantity");
        assertThat(order(ann, "made-up", 1).errors())
                .extracting(FieldError::field)
                .containsExactly("service");
        assertThat(order(ann, null, null).errors())
                .extracting(FieldError::field)
                .containsExactly("service", "quantity");
        assertThat(order(PersonId.random(), service, 1).status()).isEqualTo(403);
        shop.ledger.fail(true);
        assertThat(order(ann, service, 1).status()).isEqualTo(503);
        assertThat(problem(() -> resource.all(null, "made-up", signedIn(ann))).errors())
                .extracting(FieldError::field)
                .containsExactly("cursor");
    }

    private Item ordered(PersonId person, String service, int quantity) {
        shop.orders.place(person, key(), service, quantity);
        return resource.all(null, null, signedIn(person)).items().get(0);
    }

    private static List<String> fields(Runnable call) {
        return problem(call).errors().stream().map(FieldError::field).toList();
    }

    private Problem order(PersonId person, String service, Integer quantity) {
        return problem(() -> resource.order(new OrdersResource.NewOrder(service, quantity), key(), signedIn(person)));
    }

    private static Problem problem(Runnable call) {
        return catchThrowableOfType(ProblemException.class, call::run).problem();
    }

    private static SecurityContext signedIn(PersonId person) {
        return by(Caller.person(person, "token"));
    }

    private static SecurityContext operator() {
        return by(Caller.operator(new Operator("operator", Operator.Role.OPERATOR)));
    }

    private static SecurityContext by(Caller caller) {
        return new SecurityContext() {

            @Override
            public Principal getUserPrincipal() {
                return caller;
            }

            @Override
            public boolean isUserInRole(String role) {
                return false;
            }

            @Override
            public boolean isSecure() {
                return true;
            }

            @Override
            public String getAuthenticationScheme() {
                return "test";
            }
        };
    }
}
