package com.allleads.billing.topups;

import com.allleads.billing.ledger.AccountName;
import com.allleads.billing.ledger.Guard;
import com.allleads.billing.ledger.Ledger;
import com.allleads.billing.ledger.LedgerAccounts;
import com.allleads.billing.ledger.Movement.TakeBack;
import com.allleads.billing.ledger.Movement.Transfer;
import com.allleads.billing.ledger.Partition;
import com.allleads.billing.ledger.Posting;
import com.allleads.billing.ledger.PostingAnswer;
import com.allleads.billing.ledger.TransactionKind;
import com.allleads.spi.payment.ChargeOutcome;
import com.allleads.spi.payment.ChargeOutcome.ChargedBack;
import com.allleads.spi.payment.ChargeOutcome.Declined;
import com.allleads.spi.payment.ChargeOutcome.NotAttempted;
import com.allleads.spi.payment.ChargeOutcome.Pending;
import com.allleads.spi.payment.ChargeOutcome.Settled;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in what a processor says of a charge - in its answer, however late, in a call-back or when asked - in any order and as
 * often as it comes. The first final word stands. The credit and the status SETTLED are one database transaction.
 */
@Component(service = Settlement.class)
public final class Settlement {

    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);
    private static final Duration UNTIL_STALE = Duration.ofSeconds(10);
    private static final int REFERENCE_LENGTH = 200;

    private final TopUpTable table;
    private final Ledger ledger;
    private final LedgerAccounts accounts;
    private final DailyLimit dailyLimit;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public Settlement(
            @Reference TopUpTable table,
            @Reference Ledger ledger,
            @Reference LedgerAccounts accounts,
            @Reference DailyLimit dailyLimit) {
        this.table = table;
        this.ledger = ledger;
        this.accounts = accounts;
        this.dailyLimit = dailyLimit;
    }

    /**
     * Takes in what is known now. Says nothing of a charge that the processor does not know of either.
     *
     * @throws com.allleads.api.store.StoreException where it could not be stored; the processor is asked again later
     */
    void news(TopUp topUp, ChargeOutcome outcome) {
        Instant now = clock.instant();
        boolean taken = true;
        if (outcome instanceof Settled settled) {
            taken = credit(topUp, settled, now);
        } else if (outcome instanceof ChargedBack back) {
            takeBack(topUp, back, now);
        } else if (outcome instanceof Pending pending) {
            table.pending(topUp, pending.reference(), now, now.plus(UNTIL_STALE));
        } else if (outcome instanceof Declined declined) {
            taken = failed(topUp, TopUpStatus.DECLINED, declined.reason(), now);
        } else if (outcome instanceof NotAttempted notAttempted) {
            taken = failed(topUp, TopUpStatus.NOT_ATTEMPTED, notAttempted.reason(), now);
        }
        if (!taken) {
            reportContradiction(topUp, outcome);
        }
    }

    /**
     * What the bank took back leaves the balance as far as it is not spent; the rest is the site's loss. It may be told of before
     * the charge itself was seen to settle.
     */
    private void takeBack(TopUp topUp, ChargedBack back, Instant now) {
        credit(topUp, new Settled(back.reference()), now);
        TopUp stands = table.find(topUp.id()).orElse(topUp);
        long before = stands.chargedBack().getAmountMinorLong();
        long total = Math.min(back.total().getAmountMinorLong(), topUp.amount().getAmountMinorLong());
        if (!back.total().getCurrencyUnit().equals(topUp.amount().getCurrencyUnit())) {
            LOG.error(
                    "{} speaks of charge {} in another currency; nothing is taken back",
                    topUp.processor(),
                    topUp.chargeKey());
        } else if (stands.status() != TopUpStatus.SETTLED) {
            reportContradiction(topUp, back);
        } else if (total > before) {
            Partition partition = accounts.partition(topUp.person());
            ledger.post(new Posting(
                    topUp.person(),
                    "chargeback-" + topUp.id() + "-" + total,
                    TransactionKind.CHARGEBACK,
                    "Taken back by the card's bank, through " + topUp.processor(),
                    "processor " + topUp.processor(),
                    Posting.NO_DATA,
                    new TakeBack(
                            accounts.open(AccountName.of(topUp.person())),
                            total - before,
                            accounts.open(partition.loss()),
                            accounts.open(partition.clearing(topUp.processor()))),
                    markChargedBack(topUp, before, total)));
        }
    }

    private static Guard markChargedBack(TopUp topUp, long before, long total) {
        return (connection, legs) -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE billing_top_up SET charged_back = ?, notice = 'OWED'"
                            + " WHERE id = ? AND charged_back = ? AND status = 'SETTLED'")) {
                update.setLong(1, total);
                update.setString(2, topUp.id());
                update.setLong(3, before);
                return update.executeUpdate() == 1;
            }
        };
    }

    private boolean failed(TopUp topUp, TopUpStatus status, String reason, Instant now) {
        boolean taken = table.failed(topUp, status, reason, now);
        if (taken) {
            dailyLimit.giveBack(topUp);
        }
        return taken;
    }

    /** The charge's own call ended without an outcome, so that from now on nothing more is sent. */
    void nothingKnown(TopUp topUp, String note) {
        table.askedInVain(topUp, note, clock.instant());
    }

    private boolean credit(TopUp topUp, Settled settled, Instant now) {
        long amount = topUp.amount().getAmountMinorLong();
        PostingAnswer answer = ledger.post(new Posting(
                topUp.person(),
                "top-up-" + topUp.id(),
                TransactionKind.TOP_UP,
                "Top-up by card, through " + topUp.processor(),
                "processor " + topUp.processor(),
                Posting.NO_DATA,
                Transfer.between(
                        accounts.open(AccountName.of(topUp.person())),
                        amount,
                        accounts.open(accounts.partition(topUp.person()).clearing(topUp.processor()))),
                markSettled(topUp, settled, now)));
        return answer instanceof PostingAnswer.Posted;
    }

    private static Guard markSettled(TopUp topUp, Settled settled, Instant now) {
        String reference = settled.reference() == null ? "" : settled.reference();
        return (connection, legs) -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE billing_top_up SET status = 'SETTLED',"
                            + " first_status = COALESCE(first_status, 'SETTLED'), processor_reference = ?, changed_at = ?,"
                            + " check_at = NULL, notice = 'OWED' WHERE id = ? AND charge_key = ? AND status IN ('UNKNOWN', 'PENDING')")) {
                update.setString(1, reference.substring(0, Math.min(REFERENCE_LENGTH, reference.length())));
                update.setLong(2, now.toEpochMilli());
                update.setString(3, topUp.id());
                update.setString(4, topUp.chargeKey());
                return update.executeUpdate() == 1;
            }
        };
    }

    /**
     * News of a charge that was given up, as its processor attempted nothing, can only say the same again; whatever else it says moves
     * nothing here.
     */
    void newsOfGivenUp(String processor, String chargeKey, String topUp, ChargeOutcome outcome) {
        if (!word(outcome).equals(TopUpStatus.NOT_ATTEMPTED.name())) {
            LOG.error(
                    "{} says {} of charge {}, of which it said before that nothing was attempted: top-up {} was charged to another"
                            + " card; settle it with the processor",
                    processor,
                    word(outcome),
                    chargeKey,
                    topUp);
        }
    }

    /** A repetition is no contradiction. Where one is, people were told one thing as final and the processor says another. */
    private void reportContradiction(TopUp topUp, ChargeOutcome outcome) {
        TopUpStatus stands = table.of(topUp.person(), topUp.id()).orElse(topUp).status();
        if (!stands.name().equals(word(outcome))) {
            LOG.error(
                    "{} says {} of charge {}, of which it said {} before: top-up {} stays {}; settle it with the processor",
                    topUp.processor(),
                    word(outcome),
                    topUp.chargeKey(),
                    stands,
                    topUp.id(),
                    stands);
        }
    }

    private static String word(ChargeOutcome outcome) {
        if (outcome instanceof Settled || outcome instanceof ChargedBack) {
            return TopUpStatus.SETTLED.name();
        }
        return outcome instanceof Declined ? TopUpStatus.DECLINED.name() : TopUpStatus.NOT_ATTEMPTED.name();
    }
}
