package com.allleads.billing.console;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.audit.Subject;
import com.allleads.api.console.AtConsole;
import com.allleads.api.console.Listing;
import com.allleads.api.rest.IdempotencyKey;
import com.allleads.billing.BillingSettings;
import com.allleads.billing.OperatorActs;
import com.allleads.billing.promotions.Grant;
import com.allleads.billing.promotions.Promotions;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.joda.money.Money;

/** {@code allleads:credit-give PERSON AMOUNT REASON}. */
@Service
@Command(
        scope = "allleads",
        name = "credit-give",
        description = "Gives promotional credit, which is spent first and never paid out; each call gives anew")
public final class CreditGiveCommand implements Action {

    @Reference
    private Promotions promotions;

    @Reference
    private BillingSettings settings;

    @Reference
    private OperatorActs acts;

    @Argument(index = 0, name = "person", description = "The id of the person, as in allleads:person", required = true)
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
        Money money = EnteredByOperator.money(amount, settings.currency());
        IdempotencyKey key = EnteredByOperator.request();
        String transaction = AtConsole.accepted(() -> {
            Grant grant = Grant.checked(person, money, reason, operator, key);
            return acts.perform(
                    OperatorAct.byConsole(operator, "credit-give")
                            .on(Subject.PERSON, grant.person().toString())
                            .because(grant.reason()),
                    () -> promotions.grant(grant).orRefuse());
        });
        Listing.of("transaction", "amount", "person")
                .row(transaction, money, person)
                .print(System.out, json, "");
        return null;
    }
}
