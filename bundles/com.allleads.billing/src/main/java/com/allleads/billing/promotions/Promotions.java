package com.allleads.billing.promotions;

import com.allleads.api.person.PersonId;
import com.allleads.api.registration.Accounts;
import com.allleads.billing.BillingSettings;
import com.allleads.billing.ledger.AccountName;
import com.allleads.billing.ledger.Guard;
import com.allleads.billing.ledger.Ledger;
import com.allleads.billing.ledger.LedgerAccounts;
import com.allleads.billing.ledger.Movement.Transfer;
import com.allleads.billing.ledger.Posting;
import com.allleads.billing.ledger.PostingAnswer;
import com.allleads.billing.ledger.TransactionKind;
import com.allleads.billing.privacy.CurrentAccounts;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives promotional credit, which lapses when its owner leaves. */
@Component(service = Promotions.class)
public final class Promotions {

    private final Ledger ledger;
    private final LedgerAccounts accounts;
    private final BillingSettings settings;
    private final CurrentAccounts people;

    @Activate
    public Promotions(
            @Reference Ledger ledger,
            @Reference LedgerAccounts accounts,
            @Reference BillingSettings settings,
            @Reference CurrentAccounts people) {
        this.ledger = ledger;
        this.accounts = accounts;
        this.settings = settings;
        this.people = people;
    }

    /** Gives credit. A repeated request gives nothing again. */
    public GrantAnswer grant(Grant grant) {
        String reference = reference(grant);
        if (!grant.amount().getCurrencyUnit().equals(settings.currency())) {
            return new GrantAnswer.WrongCurrency(settings.currency().getCode());
        }
        Optional<Accounts> known = people.get();
        if (known.isEmpty()) {
            return new GrantAnswer.Unavailable();
        }
        boolean active = known.get()
                .status(grant.person())
                .filter(status -> status != Accounts.Status.DEACTIVATED)
                .isPresent();
        if (!active && !ledger.knows(reference)) {
            return new GrantAnswer.NoSuchPerson();
        }
        PostingAnswer answer = ledger.post(posting(grant, reference));
        if (answer instanceof PostingAnswer.Posted posted) {
            boolean same = posted.first()
                    || ledger.data(reference).filter(data(grant)::equals).isPresent();
            return same ? new GrantAnswer.Given(Long.toString(posted.transaction())) : new GrantAnswer.KeyReused();
        }
        return new GrantAnswer.KeyReused();
    }

    /** Takes back what is left of a person's promotional credit, because they leave. */
    public void lapse(PersonId person) {
        long left = accounts.balance(AccountName.promotional(person)).getAmountMinorLong();
        if (left > 0) {
            ledger.post(new Posting(
                    person,
                    "lapse-" + person,
                    TransactionKind.PROMOTION_LAPSE,
                    "Credit that was given ends with the account",
                    "site",
                    Posting.NO_DATA,
                    Transfer.between(
                            accounts.openPromotional(person),
                            -left,
                            accounts.open(accounts.partition(person).promotion())),
                    Guard.NONE));
        }
    }

    private Posting posting(Grant grant, String reference) {
        return new Posting(
                grant.person(),
                reference,
                TransactionKind.PROMOTION,
                grant.reason(),
                grant.operator(),
                data(grant),
                Transfer.between(
                        accounts.openPromotional(grant.person()),
                        grant.amount().getAmountMinorLong(),
                        accounts.open(accounts.partition(grant.person()).promotion())),
                Guard.NONE);
    }

    /** Any key of any operator fits the ledger's references this way, and the same one always to the same. */
    private static String reference(Grant grant) {
        String request = grant.operator() + "\n" + grant.key().key();
        return "promotion-" + UUID.nameUUIDFromBytes(request.getBytes(StandardCharsets.UTF_8));
    }

    private static String data(Grant grant) {
        return "{\"request\":\"" + grant.key().bodyDigest() + "\"}";
    }
}
