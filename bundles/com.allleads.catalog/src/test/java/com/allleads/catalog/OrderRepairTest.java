package com.allleads.catalog;

import static com.allleads.catalog.Shop.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.allleads.api.person.PersonId;
import com.allleads.store.testing.StoreRule;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.joda.money.Money;
import org.junit.Rule;
import org.junit.Test;

public class OrderRepairTest {

    @Rule
    public final StoreRule store = new StoreRule("db/changelog.xml");

    @Test
    public void makesTheRowsOfPaidOrdersAndGoesOnFromThereNextTime() throws InterruptedException {
        Shop shop = new Shop(store);
        PersonId ann = shop.customer("100.00");
        String service = shop.service("USD 1.50");
        for (int i = 1; i <= 3; i++) {
            shop.ledger.failAfterNextCharge();
            shop.orders.place(ann, key(), service, i);
        }
        assertThat(shop.book.all(ann)).isEmpty();

        repair(shop, "000003");
        List<Order> orders = shop.book.all(ann);
        assertThat(orders).extracting(Order::quantity).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(orders).extracting(Order::unitPrice).containsOnly(Money.parse("USD 1.50"));

        shop.ledger.failAfterNextCharge();
        shop.orders.place(ann, key(), service, 4);
        shop.orders.place(ann, key(), service, 5);
        repair(shop, "000005");
        assertThat(shop.book.all(ann)).extracting(Order::quantity).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    }

    private static void repair(Shop shop, String upTo) throws InterruptedException {
        OrderRepair repair = new OrderRepair(shop.ledger, shop.book);
        await().atMost(10, TimeUnit.SECONDS)
                .until(() -> shop.book.repairedUpTo().equals(Optional.of(upTo)));
        repair.leave();
    }
}
