package com.allleads.billing.processors;

import com.allleads.spi.party.PartyDeclaration;
import com.allleads.spi.payment.CallbackMessage;
import com.allleads.spi.payment.CardCheck;
import com.allleads.spi.payment.CardForm;
import com.allleads.spi.payment.CardProcessor;
import com.allleads.spi.payment.CardSetupOutcome;
import com.allleads.spi.payment.CardSetupRequest;
import com.allleads.spi.payment.CardSetupStart;
import com.allleads.spi.payment.ChargeNews;
import com.allleads.spi.payment.ChargeOutcome;
import com.allleads.spi.payment.ChargeRequest;
import com.allleads.spi.payment.InvalidCallbackException;
import com.allleads.spi.payment.LookupOutcome;
import com.allleads.spi.payment.ProcessorTraits;
import com.allleads.spi.payment.RefundOutcome;
import com.allleads.spi.payment.RefundRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;

/**
 * A processor that is installed, with what it declared when it came. Whatever its code does, a call answers with an outcome: an
 * exception is never taken for a refusal.
 */
public final class InstalledProcessor {

    private final ProcessorSource source;
    private final CardProcessor processor;
    private final Optional<Accepted> accepted;
    private final Optional<String> refusal;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Set<Thread> inside = new HashSet<>();
    private volatile boolean drained;

    private InstalledProcessor(
            ProcessorSource source, CardProcessor processor, Optional<Accepted> accepted, Optional<String> refusal) {
        this.source = source;
        this.processor = processor;
        this.accepted = accepted;
        this.refusal = refusal;
    }

    /** Reads what the processor declares and says whether it may be used. */
    static InstalledProcessor of(ProcessorSource source, CardProcessor processor) {
        try {
            PartyDeclaration declared = processor.declaration();
            Set<String> hosts = Set.copyOf(processor.cardFormHosts());
            Set<String> setupHosts = Set.copyOf(processor.cardSetupHosts());
            Optional<String> refusal = DeclarationRules.refusal(declared)
                    .or(() -> DeclarationRules.refusalOfHosts(hosts))
                    .or(() -> DeclarationRules.refusalOfSetupHosts(setupHosts));
            Optional<Accepted> accepted = refusal.isPresent()
                    ? Optional.empty()
                    : Optional.of(new Accepted(
                            declared,
                            Objects.requireNonNull(processor.traits(), "traits"),
                            Objects.requireNonNull(processor.cardForm(), "cardForm"),
                            hosts,
                            setupHosts));
            return new InstalledProcessor(source, processor, accepted, refusal);
        } catch (RuntimeException | LinkageError e) {
            String why = "what it declares cannot be read (" + e.getClass().getName() + ")";
            return new InstalledProcessor(source, processor, Optional.empty(), Optional.of(why));
        }
    }

    /** Where it comes from. */
    public ProcessorSource source() {
        return source;
    }

    /** Why it gets nothing; empty where it may be used. */
    public Optional<String> refusal() {
        return refusal;
    }

    /** Whether it may be used and has this name. */
    boolean isNamed(String name) {
        return accepted.isPresent() && name().equals(name);
    }

    /** Its name; for a processor that was refused the name of its bundle, as it may have none. */
    public String name() {
        return accepted.map(known -> known.declared().name()).orElse(source.symbolicName());
    }

    /** What it declared. */
    public PartyDeclaration declared() {
        return known().declared();
    }

    /** What it can do. */
    public ProcessorTraits traits() {
        return known().traits();
    }

    /** How a card is added. */
    public CardForm cardForm() {
        return known().cardForm();
    }

    /** The outside hosts that its form needs. */
    public Set<String> cardFormHosts() {
        return known().hosts();
    }

    /** The outside hosts of its own pages for adding cards; empty where cards are added by a token. */
    public Set<String> cardSetupHosts() {
        return known().setupHosts();
    }

    /** Whether people add cards on its own pages. */
    public boolean addsCardsByRedirect() {
        return !cardSetupHosts().isEmpty();
    }

    /** Whether it charges in a currency. */
    public boolean charges(CurrencyUnit currency) {
        return accepted.isPresent() && traits().currencies().contains(currency);
    }

    /** Whether it still declares what it declared when it came, as it must. */
    public boolean standsByItsDeclaration() {
        try {
            return accepted.isPresent() && declared().equals(processor.declaration());
        } catch (RuntimeException | LinkageError e) {
            return false;
        }
    }

    boolean drained() {
        return drained;
    }

    void drained(boolean now) {
        drained = now;
    }

    /** How many payments and refunds are under way. */
    public int inFlight() {
        return inFlight.get();
    }

    /** A payment begins. */
    Flight board() {
        inFlight.incrementAndGet();
        return new Flight(this, inFlight::decrementAndGet);
    }

    /** Counts a call that begins; false where too many are under way. */
    boolean enter(int most) {
        if (calls.incrementAndGet() <= most) {
            return true;
        }
        calls.decrementAndGet();
        return false;
    }

    /** Counts a call that ended; true where none is left. */
    boolean leave() {
        return calls.decrementAndGet() == 0;
    }

    /** Interrupts whoever is inside the processor's code now, and nobody who is on the way in or out. */
    void interrupt() {
        synchronized (inside) {
            inside.forEach(Thread::interrupt);
        }
    }

    /** See {@link CardProcessor#checkCard}. */
    public CardCheck checkCard(String token) {
        return safely(
                () -> processor.checkCard(token),
                why -> new CardCheck.Unavailable("The processor cannot check cards at the moment."));
    }

    /** See {@link CardProcessor#beginCardSetup}. */
    public CardSetupStart beginCardSetup(CardSetupRequest request) {
        return safely(
                () -> processor.beginCardSetup(request),
                why -> new CardSetupStart.Unavailable("The processor cannot set up cards at the moment."));
    }

    /** See {@link CardProcessor#cardSetup}. */
    public CardSetupOutcome cardSetup(String reference) {
        return safely(() -> processor.cardSetup(reference), CardSetupOutcome.Unavailable::new);
    }

    /** See {@link CardProcessor#charge}. */
    public ChargeOutcome charge(ChargeRequest request) {
        return safely(() -> processor.charge(request), ChargeOutcome.Unknown::new);
    }

    /** See {@link CardProcessor#lookup}. */
    public LookupOutcome lookup(String key) {
        return safely(() -> processor.lookup(key), LookupOutcome.Unavailable::new);
    }

    /** See {@link CardProcessor#refund}. */
    public RefundOutcome refund(RefundRequest request) {
        return safely(() -> processor.refund(request), RefundOutcome.Unknown::new);
    }

    /** See {@link CardProcessor#readCallback}. */
    public CallbackReading readCallback(CallbackMessage message) {
        return safely(
                () -> {
                    try {
                        List<ChargeNews> news = processor.readCallback(message);
                        return news == null ? null : new CallbackReading.Read(news);
                    } catch (InvalidCallbackException e) {
                        return new CallbackReading.Invalid(e.getMessage());
                    }
                },
                CallbackReading.Failed::new);
    }

    /** Any error is caught, as code of a bundle that is just going fails in ways of its own, such as missing classes. */
    private <T> T safely(Supplier<T> call, Function<String, T> failed) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(processor.getClass().getClassLoader());
        synchronized (inside) {
            inside.add(thread);
        }
        try {
            T answer = call.get();
            return answer == null ? failed.apply("the processor answered nothing") : answer;
        } catch (Throwable e) {
            return failed.apply("the processor failed with " + e.getClass().getName());
        } finally {
            thread.setContextClassLoader(before);
            synchronized (inside) {
                inside.remove(thread);
                // The database does not bear a thread that was interrupted; nothing of what follows waits for long.
                Thread.interrupted();
            }
        }
    }

    private Accepted known() {
        return accepted.orElseThrow(() -> new IllegalStateException("a processor that was refused is not asked"));
    }

    private record Accepted(
            PartyDeclaration declared,
            ProcessorTraits traits,
            CardForm cardForm,
            Set<String> hosts,
            Set<String> setupHosts) {}
}
