package com.allleads.billing.corrections;

import com.allleads.billing.ledger.AccountKind;
import com.allleads.billing.ledger.AccountName;
import com.allleads.billing.ledger.Guard;
import com.allleads.billing.ledger.Ledger;
import com.allleads.billing.ledger.Ledger.Recorded;
import com.allleads.billing.ledger.LedgerAccounts;
import com.allleads.billing.ledger.Leg;
import com.allleads.billing.ledger.Movement.Transfer;
import com.allleads.billing.ledger.Posting;
import com.allleads.billing.ledger.PostingAnswer;
import com.allleads.billing.ledger.TransactionKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Undoes transactions by their opposite, each at most once. */
@Component(service = Corrections.class)
public final class Corrections {

    /** What no card and no processor has a part in: money that went there comes back by a refund. */
    private static final Set<TransactionKind> CORRECTABLE =
            EnumSet.of(TransactionKind.CHARGE, TransactionKind.CAPTURE, TransactionKind.PROMOTION);

    private final Ledger ledger;
    private final LedgerAccounts accounts;

    @Activate
    public Corrections(@Reference Ledger ledger, @Reference LedgerAccounts accounts) {
        this.ledger = ledger;
        this.accounts = accounts;
    }

    /** Undoes a transaction. */
    public CorrectionAnswer undo(Undoing undoing) {
        long transaction = undoing.transaction();
        Optional<Recorded> found = ledger.find(transaction);
        if (found.isEmpty()) {
            return new CorrectionAnswer.NoSuchTransaction();
        }
        if (!CORRECTABLE.contains(found.get().kind())) {
            return new CorrectionAnswer.NotCorrectable();
        }
        PostingAnswer answer = ledger.post(new Posting(
                found.get().person(),
                "undo-" + transaction,
                TransactionKind.CORRECTION,
                undoing.reason(),
                undoing.actor(),
                Posting.NO_DATA,
                new Transfer(opposite(found.get())),
                Guard.NONE));
        return answer instanceof PostingAnswer.Posted posted
                ? new CorrectionAnswer.Corrected(Long.toString(posted.transaction()))
                : new CorrectionAnswer.SpentMeanwhile();
    }

    /** What was captured came from what was set aside; that is over, so it goes to where the money came from before. */
    private List<Leg> opposite(Recorded recorded) {
        Map<AccountName, Long> net = new LinkedHashMap<>();
        recorded.moves().forEach((account, amount) -> net.merge(origin(account), -amount, Long::sum));
        List<Leg> legs = new ArrayList<>();
        net.forEach((account, amount) -> {
            if (amount != 0) {
                legs.add(new Leg(accounts.open(account), amount));
            }
        });
        return legs;
    }

    private static AccountName origin(AccountName account) {
        return switch (account.kind()) {
            case HELD -> new AccountName(AccountKind.PERSON, account.holder());
            case HELD_PROMOTIONAL -> new AccountName(AccountKind.PROMOTIONAL, account.holder());
            default -> account;
        };
    }
}
