package com.allleads.payment.sandbox;

import com.allleads.payment.sandbox.Lines.Charge;
import com.allleads.payment.sandbox.Lines.Chargeback;
import com.allleads.payment.sandbox.Lines.Note;
import com.allleads.payment.sandbox.Lines.Refund;
import com.allleads.payment.sandbox.Lines.What;
import com.allleads.spi.payment.ChargeOutcome;
import com.allleads.spi.payment.ChargeRequest;
import com.allleads.spi.payment.LookupOutcome;
import com.allleads.spi.payment.RefundOutcome;
import com.allleads.spi.payment.RefundRequest;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.joda.money.Money;

/**
 * What the sandbox remembers, so that an auditor can hold it against the platform's ledger: {@code charges.jsonl} has a line
 * for every charge that took money, {@code refunds.jsonl} for all that was given back, {@code chargebacks.jsonl} for what banks
 * took back, {@code notes.jsonl} everything else about a key. Nothing in them says who the person is.
 *
 * <p>Whatever a method answers is on the disk by then. Safe for use by many threads.
 */
final class Books implements Closeable {

    private final Map<String, Charge> charges = new HashMap<>();
    private final Map<String, Refund> refunds = new HashMap<>();
    private final Map<String, Money> refunded = new HashMap<>();
    private final Map<String, Chargeback> chargebacks = new HashMap<>();
    private final Map<String, Note> pending = new HashMap<>();
    private final Map<String, Note> disputed = new HashMap<>();
    private final Set<String> declined = new HashSet<>();
    private final Set<String> fenced = new HashSet<>();

    private final BooksLock lock;
    private final Journal<Charge> chargeBook;
    private final Journal<Refund> refundBook;
    private final Journal<Chargeback> chargebackBook;
    private final Journal<Note> noteBook;

    /** Opens the books in a folder, which is made where there is none. */
    Books(Path folder) throws IOException {
        Files.createDirectories(folder);
        lock = new BooksLock(folder.resolve("lock"));
        chargeBook = new Journal<>(folder.resolve("charges.jsonl"), Charge.class, c -> charges.put(c.key(), c));
        refundBook = new Journal<>(folder.resolve("refunds.jsonl"), Refund.class, this::read);
        chargebackBook =
                new Journal<>(folder.resolve("chargebacks.jsonl"), Chargeback.class, c -> chargebacks.put(c.key(), c));
        noteBook = new Journal<>(folder.resolve("notes.jsonl"), Note.class, this::read);
        exclusively(() -> null);
    }

    /** What became of a key that was seen before. */
    Optional<ChargeOutcome> known(String key) throws IOException {
        return exclusively(() -> find(key));
    }

    /** Takes the money, once for each key. */
    ChargeOutcome take(ChargeRequest request) throws IOException {
        return take(request, Optional.empty());
    }

    /** Takes the money, once for each key, of which the bank will take back what is left of it by {@link #chargeBack}. */
    ChargeOutcome takeDisputed(ChargeRequest request) throws IOException {
        return take(request, Optional.of(Note.disputed(request)));
    }

    private ChargeOutcome take(ChargeRequest request, Optional<Note> toBeTold) throws IOException {
        return exclusively(() -> {
            Optional<ChargeOutcome> before = find(request.key());
            if (before.isPresent()) {
                return before.get();
            }
            chargeBook.append(Charge.of(request));
            if (toBeTold.isPresent()) {
                noteBook.append(toBeTold.get());
            }
            return settled(request.key());
        });
    }

    /**
     * The bank takes back, once, what was not given back of a charge.
     *
     * @return the charge as it stands now
     */
    ChargeOutcome chargeBack(String key) throws IOException {
        return exclusively(() -> {
            Money left = left(charges.get(key));
            if (!chargebacks.containsKey(key) && left.isPositive()) {
                chargebackBook.append(Chargeback.of(key, left));
            }
            return find(key).orElseThrow();
        });
    }

    /** Remembers that the card refused. */
    ChargeOutcome decline(String key) throws IOException {
        return note(Note.of(What.DECLINED, key));
    }

    /** Accepts a charge that is to be taken later by {@link #settle}. */
    ChargeOutcome accept(ChargeRequest request) throws IOException {
        return note(Note.pending(request));
    }

    /**
     * Takes the money of an accepted charge, once.
     *
     * @return the sandbox's name for the charge
     */
    String settle(Note accepted) throws IOException {
        return exclusively(() -> {
            if (!charges.containsKey(accepted.key())) {
                chargeBook.append(Charge.of(accepted));
            }
            return reference("ch", accepted.key());
        });
    }

    /** Remembers that the platform took notice of a call-back. */
    void told(String key) throws IOException {
        exclusively(() -> {
            noteBook.append(Note.of(What.TOLD, key));
            return null;
        });
    }

    /** All charges of which the platform is still to be told what becomes of them. */
    List<Note> untold() throws IOException {
        return exclusively(() -> {
            List<Note> untold = new ArrayList<>(pending.values());
            untold.addAll(disputed.values());
            return untold;
        });
    }

    /** What became of a key. A key that nobody has heard of is fenced: a charge that is still on its way will be refused. */
    LookupOutcome lookup(String key) throws IOException {
        return exclusively(() -> {
            if (find(key).isEmpty()) {
                noteBook.append(Note.of(What.FENCED, key));
            }
            return fenced.contains(key)
                    ? new LookupOutcome.Fenced()
                    : new LookupOutcome.Found(find(key).orElseThrow());
        });
    }

    /** Gives money back, never more than the charge took. */
    RefundOutcome refund(RefundRequest request) throws IOException {
        return exclusively(() -> {
            if (refunds.containsKey(request.key())) {
                return refunded(request.key());
            }
            Charge charge = charges.get(request.chargeKey());
            if (charge == null) {
                return pending.containsKey(request.chargeKey())
                        ? new RefundOutcome.Unknown("the charge has not settled yet")
                        : new RefundOutcome.Refused("no money was taken under this key");
            }
            if (!charge.money().isSameCurrency(request.amount())) {
                return new RefundOutcome.Refused("the charge was in another currency");
            }
            if (request.amount().isGreaterThan(left(charge))) {
                return new RefundOutcome.Refused("more than is left of what the charge took");
            }
            refundBook.append(Refund.of(request));
            return refunded(request.key());
        });
    }

    @Override
    public void close() throws IOException {
        try (lock;
                chargeBook;
                refundBook;
                chargebackBook;
                noteBook) {
            exclusively(() -> null);
        }
    }

    private ChargeOutcome note(Note note) throws IOException {
        return exclusively(() -> {
            if (find(note.key()).isEmpty()) {
                noteBook.append(note);
            }
            return find(note.key()).orElseThrow();
        });
    }

    private Optional<ChargeOutcome> find(String key) {
        if (chargebacks.containsKey(key)) {
            return Optional.of(new ChargeOutcome.ChargedBack(
                    reference("ch", key), chargebacks.get(key).money()));
        }
        if (charges.containsKey(key)) {
            return Optional.of(settled(key));
        }
        if (pending.containsKey(key)) {
            return Optional.of(new ChargeOutcome.Pending(reference("ch", key)));
        }
        if (declined.contains(key)) {
            return Optional.of(new ChargeOutcome.Declined("The card was declined."));
        }
        return fenced.contains(key)
                ? Optional.of(new ChargeOutcome.NotAttempted("The payment did not arrive in time and was not taken."))
                : Optional.empty();
    }

    private <T> T exclusively(BooksLock.Work<T> work) throws IOException {
        T answer = lock.holding(this::readAhead, () -> {
            chargeBook.catchUp();
            refundBook.catchUp();
            chargebackBook.catchUp();
            noteBook.catchUp();
            return work.run();
        });
        chargeBook.force();
        refundBook.force();
        chargebackBook.force();
        noteBook.force();
        return answer;
    }

    private void readAhead() throws IOException {
        chargeBook.readAhead();
        refundBook.readAhead();
        chargebackBook.readAhead();
        noteBook.readAhead();
    }

    /** What of a charge was neither given back nor taken back. */
    private Money left(Charge charge) {
        Money none = Money.zero(charge.money().getCurrencyUnit());
        Money back = Optional.ofNullable(chargebacks.get(charge.key()))
                .map(Chargeback::money)
                .orElse(none);
        return charge.money().minus(refunded.getOrDefault(charge.key(), none)).minus(back);
    }

    private void read(Refund refund) {
        refunds.put(refund.key(), refund);
        refunded.merge(refund.charge(), refund.money(), Money::plus);
    }

    private void read(Note note) {
        switch (note.what()) {
            case PENDING -> pending.put(note.key(), note);
            case DISPUTED -> disputed.put(note.key(), note);
            case DECLINED -> declined.add(note.key());
            case FENCED -> fenced.add(note.key());
            case TOLD -> {
                pending.remove(note.key());
                disputed.remove(note.key());
            }
        }
    }

    private static ChargeOutcome settled(String key) {
        return new ChargeOutcome.Settled(reference("ch", key));
    }

    private static RefundOutcome refunded(String key) {
        return new RefundOutcome.Refunded(reference("re", key));
    }

    /** The sandbox's own name for something, the same at every answer. */
    private static String reference(String kind, String key) {
        return kind + "_" + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }
}
