package com.allleads.catalog.promises;

import static com.allleads.catalog.Shop.key;
import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PromiseState;
import com.allleads.catalog.People;
import com.allleads.catalog.Shop;
import com.allleads.store.testing.StoreRule;
import java.util.Map;
import org.junit.Rule;
import org.junit.Test;

public class OrdersByRegisteredTest {

    @Rule
    public final StoreRule store = new StoreRule("db/changelog.xml");

    @Test
    public void isKeptWhileEveryoneIsRegisteredAndBrokenOtherwise() {
        Shop shop = new Shop(store);
        String service = shop.service("USD 1.00");
        shop.orders.place(shop.customer("1.00"), key(), service, 1);
        shop.orders.place(shop.customer("1.00"), key(), service, 1);
        OrdersByRegistered check = new OrdersByRegistered(shop.book);
        assertThat(check.count().state()).isEqualTo(PromiseState.UNPROVEN);

        check.accounts = shop.people;
        assertThat(check.count().state()).isEqualTo(PromiseState.KEPT);
        assertThat(check.count().counts()).isEqualTo(Map.of("ordersByUnregistered", 0L, "orders", 2L));

        check.accounts = new People();
        Evidence broken = check.count();
        assertThat(broken.state()).isEqualTo(PromiseState.BROKEN);
        assertThat(broken.counts()).containsEntry("ordersByUnregistered", 2L);
    }
}
