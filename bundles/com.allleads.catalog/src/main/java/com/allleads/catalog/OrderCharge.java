package com.allleads.catalog;

import com.allleads.api.billing.Charge;
import com.allleads.api.billing.PrepaidBalances.TakenCharge;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** An order as a charge in the ledger, with everything that is needed to make its row again. */
final class OrderCharge {

    /** What the keys of all charges of orders begin with. */
    static final String PREFIX = "order-";

    private static final String SERVICE = "service";
    private static final String NAME = "name";
    private static final String QUANTITY = "quantity";
    private static final String UNIT_PRICE = "unitPrice";
    private static final String BODY_DIGEST = "bodyDigest";

    private OrderCharge() {}

    /** The key of an order's charge, and of its hold. */
    static String key(UUID order) {
        return PREFIX + order;
    }

    /** The charge that pays for an order. */
    static Charge of(Order order) {
        return new Charge(
                key(order.id()),
                order.person(),
                order.total(),
                order.title(),
                Map.of(
                        SERVICE,
                        order.service(),
                        NAME,
                        order.name(),
                        QUANTITY,
                        Integer.toString(order.quantity()),
                        UNIT_PRICE,
                        Long.toString(order.unitPrice().getAmountMinorLong()),
                        BODY_DIGEST,
                        order.bodyDigest()));
    }

    /** The order that a charge paid for. */
    static Order read(TakenCharge taken) {
        Charge charge = taken.charge();
        Map<String, String> data = charge.data();
        CurrencyUnit currency = charge.amount().getCurrencyUnit();
        return new Order(
                UUID.fromString(charge.key().substring(PREFIX.length())),
                charge.person(),
                data.get(SERVICE),
                data.get(NAME),
                Integer.parseInt(data.get(QUANTITY)),
                Money.ofMinor(currency, Long.parseLong(data.get(UNIT_PRICE))),
                data.get(BODY_DIGEST),
                taken.at(),
                Optional.empty());
    }
}
