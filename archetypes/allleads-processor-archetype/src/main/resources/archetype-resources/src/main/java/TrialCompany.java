package ${package};

import com.allleads.spi.payment.ChargeRequest;
import com.allleads.spi.payment.RefundRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.joda.money.Money;

/** A company in miniature, to try the processor with: a book, and sample cards that are each charged in a way of their own. */
final class TrialCompany implements Company, AutoCloseable {

    static final String GOOD = "trial_good";
    static final String DECLINED = "trial_declined";
    static final String SLOW = "trial_slow";
    static final String PENDING = "trial_pending";
    static final String SILENT = "trial_silent";
    static final String LOST = "trial_lost";

    private static final Duration SLOWNESS = Duration.ofMillis(500);

    private final TrialBook book;
    private final TrialSettlements settlements;

    /**
     * Opens the company.
     *
     * @param folder where its book is
     * @param signature signs call-backs; without one none are sent, and look-ups tell what became of a charge
     * @throws IOException where the book cannot be kept
     */
    TrialCompany(Path folder, Optional<Signature> signature) throws IOException {
        book = new TrialBook(folder);
        settlements = new TrialSettlements(book, signature);
    }

    @Override
    public boolean knows(String token) {
        return List.of(GOOD, DECLINED, SLOW, PENDING, SILENT, LOST).contains(token);
    }

    @Override
    public Answer take(ChargeRequest request) throws IOException {
        switch (request.token()) {
            case SLOW -> LockSupport.parkNanos(SLOWNESS.toNanos());
            case LOST -> throw new IOException("the request got lost");
            case PENDING -> {
                return accept(request);
            }
            case GOOD, SILENT -> {
                // They are charged at once.
            }
            default -> {
                return Answer.DECLINED;
            }
        }
        book.writeOnce("taken", request.key(), request.amount());
        if (request.token().equals(SILENT)) {
            throw new IOException("the answer did not come in time");
        }
        return Answer.TAKEN;
    }

    @Override
    public Answer find(String key) throws IOException {
        if (book.has("taken", key)) {
            return Answer.TAKEN;
        }
        return book.has("accepted", key) ? Answer.ACCEPTED : Answer.NOTHING;
    }

    @Override
    public boolean giveBack(RefundRequest request) throws IOException {
        return book.giveBackOnce(request.key(), request.chargeKey(), request.amount());
    }

    @Override
    public void close() {
        settlements.close();
    }

    private Answer accept(ChargeRequest request) throws IOException {
        Money amount = request.amount();
        if (book.writeOnce("accepted", request.key(), request.callback(), amount)) {
            settlements.later(request.key(), request.callback(), amount);
        }
        return find(request.key());
    }
}
