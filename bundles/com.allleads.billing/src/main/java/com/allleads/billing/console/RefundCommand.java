package com.allleads.billing.console;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.audit.Subject;
import com.allleads.api.console.AtConsole;
import com.allleads.api.console.Listing;
import com.allleads.api.rest.IdempotencyKey;
import com.allleads.billing.BillingSettings;
import com.allleads.billing.OperatorActs;
import com.allleads.billing.refunds.Refund;
import com.allleads.billing.refunds.RefundOrder;
import com.allleads.billing.refunds.Refunds;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.joda.money.Money;

/** {@code allleads:refund PERSON AMOUNT REASON}. */
@Service
@Command(
        scope = "allleads",
        name = "refund",
        description = "Gives money back to the cards that it came from; each call is a refund of its own")
public final class RefundCommand implements Action {

    @Reference
    private Refunds refunds;

    @Reference
    private BillingSettings settings;

    @Reference
    private OperatorActs acts;

    @Argument(
            index = 0,
            name = "person",
            description = "The id of the person, as in allleads:payments",
            required = true)
    private String person;

    @Argument(index = 1, name = "amount", description = "In the currency of the balances, as in 12.50", required = true)
    private String amount;

    @Argument(index = 2, name = "reason", description = "Stands in the person's statement", required = true)
    private String reason;

    @Option(name = "--json", description = "Prints JSON for scripts")
    private boolean json;

    @Override
    public Object execute() {
        String operator = AtConsole.operator();
        IdempotencyKey key = EnteredByOperator.request();
        Refund refund = made(operator, key);
        Listing.of("id", "status", "amount", "refunded", "person")
                .row(
                        refund.id(),
                        refund.standing().status(),
                        refund.amount(),
                        refund.standing().refunded(),
                        refund.person())
                .print(System.out, json, "");
        return null;
    }

    private Refund made(String operator, IdempotencyKey key) {
        Money money = EnteredByOperator.money(amount, settings.currency());
        return AtConsole.accepted(() -> {
            RefundOrder order = RefundOrder.checked(person, money, reason, operator, key);
            return acts.perform(
                    OperatorAct.byConsole(operator, "refund")
                            .on(Subject.PERSON, order.person().toString())
                            .because(order.reason()),
                    () -> refunds.refund(order).orRefuse());
        });
    }
}
