package com.allleads.catalog.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.catalog.Service;
import com.allleads.api.person.PersonId;
import com.allleads.api.portal.Form;
import com.allleads.api.rest.ProblemException;
import com.allleads.catalog.OperatorActs;
import com.allleads.catalog.Shop;
import com.allleads.catalog.pages.operator.EverybodysOrderPage;
import com.allleads.catalog.pages.operator.OfferedServicesPage;
import com.allleads.catalog.pages.operator.OrdersPage;
import com.allleads.catalog.pages.operator.OrdersPanel;
import com.allleads.portal.testing.Look;
import com.allleads.store.testing.StoreRule;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.ClassRule;
import org.junit.Test;

public class CatalogPagesTest {

    private static final OperatorActs ACTS = OperatorActs.by(act -> (outcome, problem) -> {});

    @ClassRule
    public static final StoreRule STORE = new StoreRule("db/changelog.xml");

    private final Shop shop = new Shop(STORE);
    private final ServicesPage services = services();
    private final OfferedServicesPage offered = new OfferedServicesPage(shop.offers, ACTS);

    @Test
    public void ordersOnceHoweverOftenTheFormIsSent() {
        PersonId ann = shop.customer("10.00");
        String service = shop.service("USD 1.25");
        String key = UUID.randomUUID().toString();

        String first = order(ann, service, "USD 1.25", "2", key).gone().path();
        String second = order(ann, service, "USD 1.25", "2", key).gone().path();

        assertThat(first).startsWith("/account/order?id=").isEqualTo(second);
        assertThat(shop.ledger.charges()).isEqualTo(1);
        assertThat(Look.at(new OrderPage(shop.book, shop.later))
                        .as(ann)
                        .with("id", first.substring(first.indexOf('=') + 1))
                        .in("es")
                        .html())
                .contains("Pedido y pagado.", "2 unidades", "2,50 USD", "Este es su recibo");
        assertThat(Look.at(services).as(ann).html()).contains("You can spend 7.50 USD.", "A service");
    }

    @Test
    public void letsNobodyPayAnotherPriceThanTheySaw() {
        PersonId ann = shop.customer("10.00");
        String service = shop.service("USD 1.25");

        assertThat(order(ann, service, "USD 1.00", "1", "a").in("es").refused())
                .contains("El precio cambió mientras lo miraba.");
        assertThat(shop.ledger.charges()).isZero();
    }

    @Test
    public void saysWhatIsWrongWithAnOrderInTheReadersLanguage() {
        PersonId ann = shop.customer("1.00");
        String service = shop.service("USD 1.25");

        assertThat(order(ann, service, "USD 1.25", "1", "a").refused())
                .contains("Your balance is too small for this order.");
        assertThat(order(ann, service, "USD 1.25", "none", "b").refused())
                .contains("Quantity must be a whole number from 1 to 1000000.");
        assertThat(order(ann, service, "USD 1.25", "0", "c").in("es").refused())
                .contains("Cantidad debe ser un número entero de 1 a 1000000.");
    }

    @Test
    public void showsAnOrderToItsOwnerAlone() {
        String path = order(shop.customer("10.00"), shop.service("USD 1.25"), "USD 1.25", "1", "a")
                .gone()
                .path();

        assertThatThrownBy(() -> Look.at(new OrderPage(shop.book, shop.later))
                        .as(PersonId.random())
                        .with("id", path.substring(path.indexOf('=') + 1))
                        .html())
                .isInstanceOf(ProblemException.class);
    }

    @Test
    public void offersAndWithdrawsWhatAnOperatorSays() {
        String id = "o-" + UUID.randomUUID().toString().substring(0, 18);

        assertThat(Look.at(offered)
                        .asOperator()
                        .with("id", id)
                        .with("name", "An offer")
                        .with("price", "3.50")
                        .said())
                .isEqualTo(id + " is offered at 3.50 USD.");
        assertThat(shop.offers.find(id)).contains(new Service(id, "An offer", Money.parse("USD 3.50")));
        assertThat(Look.at(offered).asOperator().html()).contains(id, "An offer", "Withdraw");

        assertThat(Look.at(offered).asOperator().with("withdraw", id).in("es").said())
                .contains("ya no está a la venta");
        assertThat(shop.offers.find(id)).isEmpty();
    }

    @Test
    public void saysWhatIsWrongWithAnOffer() {
        assertThat(Look.at(offered)
                        .asOperator()
                        .with("id", "BIG")
                        .with("name", "An offer")
                        .with("price", "0.00")
                        .refused())
                .contains("Id must be 2 to 40 small letters, digits and hyphens.", "Price must be more than zero");
        assertThat(Look.at(offered)
                        .asOperator()
                        .with("id", "fine")
                        .with("name", "An offer")
                        .with("price", "cheap")
                        .in("es")
                        .refused())
                .contains("Precio debe ser un precio, como 9.90.");
    }

    @Test
    public void listsEverybodysOrdersByService() {
        PersonId ann = shop.customer("10.00");
        String one = shop.service("USD 1.25");
        String other = shop.service("USD 2.25");
        order(ann, one, "USD 1.25", "1", "a").gone();
        order(ann, other, "USD 2.25", "1", "b").gone();
        OrdersPage orders = new OrdersPage(shop.book, shop.offers);

        assertThat(Look.at(orders).asOperator().html()).contains("1.25 USD", "2.25 USD", ann.toString());
        assertThat(Look.at(orders).asOperator().with("service", other).html())
                .contains("2.25 USD")
                .doesNotContain("1.25 USD");
        assertThat(Look.at(orders).asOperator().with("service", "none").in("es").html())
                .contains("No hay tales pedidos.");
    }

    @Test
    public void waitsForDeliveryUntilThePersonCancels() {
        PersonId ann = shop.customer("10.00");
        String service = shop.laterService("USD 1.25");
        assertThat(Look.at(services).as(ann).html()).contains("Delivered within 7 days.");
        String id = orderLater(ann, service);

        assertThat(Look.at(services).as(ann).in("es").html()).contains("A la espera de entrega");
        assertThat(Look.at(own()).as(ann).with("id", id).html())
                .contains(
                        "Ordered; it waits for delivery.", "Set aside on your balance", "2.50 USD", "Cancel the order");
        assertThat(cancel(ann, id).said()).contains("What was set aside is on your balance again.");
        assertThat(Look.at(own()).as(ann).with("id", id).in("es").html())
                .contains("Usted canceló este pedido.")
                .doesNotContain("Cancelar el pedido");
        assertThat(shop.ledger.balance(ann).available()).isEqualTo(Money.parse("USD 10.00"));
        assertThat(cancel(ann, id).said()).contains("What was set aside is on your balance again.");
    }

    @Test
    public void deliversInPartWhatAnOperatorSays() {
        PersonId ann = shop.customer("10.00");
        String id = orderLater(ann, shop.laterService("USD 1.25"));
        EverybodysOrderPage page = new EverybodysOrderPage(shop.book, shop.later, ACTS);

        assertThat(Look.at(page).asOperator().with("id", id).html())
                .contains("Waiting for delivery", "Of 2 ordered.", ann.toString());
        assertThat(deliver(page, id, "3").in("es").refused()).contains("debe ser un número entero de 1 a 2");
        assertThat(deliver(page, id, "many").refused()).contains("Quantity must be a whole number from 1 to 2.");
        assertThat(deliver(page, id, "1").said()).contains("The order is delivered and paid.");
        assertThat(Look.at(page).asOperator().with("id", id).html())
                .contains("Delivered", "1.25 USD", "operator ")
                .doesNotContain("Of 2 ordered.");
        assertThat(deliver(page, id, "2").in("es").refused())
                .contains("El pedido ya no está a la espera de entrega.", "Mire cómo está ahora.");
        assertThat(Look.at(own()).as(ann).with("id", id).html())
                .contains("Delivered and paid.", "1.25 USD", "This is your receipt");
        assertThat(cancel(ann, id).refused()).contains("The order does not wait for delivery any more.");
    }

    @Test
    public void cancelsForAReasonThatThePersonIsTold() {
        PersonId ann = shop.customer("10.00");
        String id = orderLater(ann, shop.laterService("USD 1.25"));
        EverybodysOrderPage page = new EverybodysOrderPage(shop.book, shop.later, ACTS);

        assertThat(cancel(page, id, "").in("es").refused()).contains("Motivo es necesario");
        assertThat(cancel(page, id, "4111 1111 1111 1111").refused())
                .contains("Reason must not contain the number of a card.");
        assertThat(cancel(page, id, "No paper").said()).contains("The order is cancelled.");
        assertThat(Look.at(own()).as(ann).with("id", id).html()).contains("This order was cancelled.", "No paper");
    }

    @Test
    public void listsWhatWaitsForDelivery() {
        PersonId ann = shop.customer("10.00");
        String later = shop.laterService("USD 1.25");
        orderLater(ann, later);
        OrdersPage orders = new OrdersPage(shop.book, shop.offers);

        assertThat(Look.at(orders)
                        .asOperator()
                        .with("service", later)
                        .with("status", "ORDERED")
                        .html())
                .contains("2.50 USD");
        assertThat(Look.at(orders)
                        .asOperator()
                        .with("service", later)
                        .with("status", "PAID")
                        .html())
                .contains("There are no such orders.");
    }

    @Test
    public void offersWhatIsDeliveredLater() {
        String id = "o-" + UUID.randomUUID().toString().substring(0, 18);
        assertThat(offer(id, "ninety").in("es").refused()).contains("debe ser un número entero de 1 a 90");
        offer(id, "9").said();
        assertThat(shop.offers.find(id).orElseThrow().deliveryDays()).contains(9);
        assertThat(Look.at(offered).asOperator().html()).contains("Within 9 days");
    }

    @Test
    public void countsOrdersByDay() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        long before = shop.book.perDay(today).getOrDefault(today, 0L);

        order(shop.customer("10.00"), shop.service("USD 1.25"), "USD 1.25", "1", "a")
                .gone();

        assertThat(shop.book.perDay(today)).containsEntry(today, before + 1);
        assertThat(shop.book.perDay(today.plusDays(1))).isEmpty();
        assertThat(new OrdersPanel(shop.book).show(null).model()).containsEntry("today", before + 1);
    }

    private Look offer(String id, String days) {
        return Look.at(offered)
                .asOperator()
                .with("id", id)
                .with("name", "An offer")
                .with("price", "3.50")
                .with("deliveryDays", days);
    }

    private OrderPage own() {
        return new OrderPage(shop.book, shop.later);
    }

    private String orderLater(PersonId person, String service) {
        String path = order(person, service, "USD 1.25", "2", UUID.randomUUID().toString())
                .gone()
                .path();
        return path.substring(path.indexOf('=') + 1);
    }

    private Look cancel(PersonId person, String id) {
        return Look.at(own()).as(person).with("id", id);
    }

    private static Look cancel(EverybodysOrderPage page, String id, String reason) {
        return Look.at(page).asOperator().with("id", id).with("do", "cancel").with("reason", reason);
    }

    private static Look deliver(EverybodysOrderPage page, String id, String quantity) {
        return Look.at(page).asOperator().with("id", id).with("do", "deliver").with("quantity", quantity);
    }

    private Look order(PersonId person, String service, String price, String quantity, String key) {
        return Look.at(services)
                .as(person)
                .with("service", service)
                .with("price", price)
                .with("quantity", quantity)
                .with(Form.KEY, key);
    }

    private ServicesPage services() {
        ServicesPage page = new ServicesPage(shop.offers, shop.orders, shop.book);
        page.balances = shop.ledger;
        return page;
    }
}
