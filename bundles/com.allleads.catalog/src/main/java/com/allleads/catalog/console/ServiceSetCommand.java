package com.allleads.catalog.console;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.console.AtConsole;
import com.allleads.api.console.Listing;
import com.allleads.catalog.Offers;
import com.allleads.catalog.OperatorActs;
import java.math.BigDecimal;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;

/** {@code allleads:service-set ID NAME PRICE}. */
@Service
@Command(scope = "allleads", name = "service-set", description = "Offers a service, or changes one that is offered")
public final class ServiceSetCommand implements Action {

    @Reference
    private Offers offers;

    @Reference
    private OperatorActs acts;

    @Argument(index = 0, name = "id", description = "Its id, as in listing-week", required = true)
    @Completion(ServiceIds.class)
    private String id;

    @Argument(index = 1, name = "name", description = "What people call it", required = true)
    private String name;

    @Argument(index = 2, name = "price", description = "Of one unit, as in 9.90", required = true)
    private String price;

    @Option(name = "--currency", description = "As in USD; the currency of the balances where it is not given")
    private String currency;

    @Option(
            name = "--delivery-days",
            description = "Within how many days it is delivered; it is there at once where they are not given")
    private Integer deliveryDays;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        Money each = money();
        com.allleads.api.catalog.Service service =
                new com.allleads.api.catalog.Service(id, name, each, Optional.ofNullable(deliveryDays));
        String operator = AtConsole.operator();
        AtConsole.accepted(() ->
                acts.perform(OperatorAct.byConsole(operator, "service-set").on("service", service.id()), () -> {
                    offers.offer(service);
                    return service;
                }));
        Listing.of("id", "name", "price", "currency", "deliveryDays")
                .row(id, name, each.getAmount().toPlainString(), each.getCurrencyUnit(), deliveryDays)
                .print(System.out, json, "");
        return null;
    }

    private Money money() {
        try {
            return Money.of(currencyUnit(), new BigDecimal(price));
        } catch (NumberFormatException | ArithmeticException e) {
            throw new IllegalArgumentException("PRICE: a number with as many decimals as the currency has, as in 9.90");
        }
    }

    private CurrencyUnit currencyUnit() {
        if (currency == null) {
            return offers.currency()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "Billing is not there to say in which currency people pay: give --currency."));
        }
        try {
            return CurrencyUnit.of(currency);
        } catch (IllegalCurrencyException e) {
            throw new IllegalArgumentException("--currency: three letters, as in USD");
        }
    }
}
