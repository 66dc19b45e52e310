package com.allleads.billing.topups;

import com.allleads.api.store.Transactions;
import com.allleads.billing.messages.BillingMail;
import com.allleads.billing.messages.NotPaidMessage;
import com.allleads.billing.messages.ReceiptMessage;
import com.allleads.billing.messages.TakenBackMessage;
import java.util.Map;
import org.joda.money.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Writes to people what became of their top-ups: a receipt for each that settled, and a word about each of which they were told less
 * than is known by now. That one is owed stands beside the top-up from the moment it is known, so that none is lost by a crash.
 */
@Component(service = Notices.class)
public final class Notices {

    private static final int AT_ONCE = 50;

    private final TopUpTable table;
    private final BillingMail mail;
    private final Transactions transactions;

    @Activate
    public Notices(@Reference TopUpTable table, @Reference BillingMail mail, @Reference Transactions transactions) {
        this.table = table;
        this.mail = mail;
        this.transactions = transactions;
    }

    /** Stores the messages that are owed now. */
    public void sendOwed() {
        if (mail.open()) {
            table.noticesOwed(AT_ONCE).forEach(topUp -> transactions.required(() -> send(topUp)));
        }
    }

    private void send(TopUp topUp) {
        if (topUp.chargedBack().isPositive()) {
            String key = "top-up-" + topUp.id() + "-back-" + topUp.chargedBack().getAmountMinorLong();
            mail.send(key, topUp.person(), TakenBackMessage.ID, values(topUp, topUp.chargedBack()));
        } else if (topUp.status() == TopUpStatus.SETTLED) {
            mail.send("top-up-" + topUp.id(), topUp.person(), ReceiptMessage.ID, values(topUp, topUp.amount()));
        } else {
            mail.send("top-up-" + topUp.id(), topUp.person(), NotPaidMessage.ID, values(topUp, topUp.amount()));
        }
        table.noticeSent(topUp);
    }

    private static Map<String, String> values(TopUp topUp, Money amount) {
        return Map.of("amount", amount.toString(), "processor", topUp.processor(), "number", topUp.id());
    }
}
