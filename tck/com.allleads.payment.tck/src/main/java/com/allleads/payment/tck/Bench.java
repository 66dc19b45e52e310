package com.allleads.payment.tck;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.spi.payment.CallbackMessage;
import com.allleads.spi.payment.CardCheck;
import com.allleads.spi.payment.CardProcessor;
import com.allleads.spi.payment.CardSetupOutcome;
import com.allleads.spi.payment.CardSetupRequest;
import com.allleads.spi.payment.CardSetupStart;
import com.allleads.spi.payment.ChargeOutcome;
import com.allleads.spi.payment.ChargeRequest;
import com.allleads.spi.payment.LookupOutcome;
import com.allleads.spi.payment.RefundOutcome;
import com.allleads.spi.payment.RefundRequest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.AssumptionViolatedException;

/** One processor, called as the platform calls it, while one rule is tested. Safe for use by many threads. */
final class Bench {

    private static final long USUAL_MINOR_UNITS = 1234;
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final CardProcessorConformance kit;
    private final List<String> untested = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<Throwable> thrown = new ConcurrentLinkedQueue<>();
    private final ExecutorService callers = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "conformance-caller");
        thread.setDaemon(true);
        return thread;
    });

    private volatile Optional<CardProcessor> running = Optional.empty();
    private volatile Optional<String> name = Optional.empty();
    private volatile CallbackEnd callbackEnd;

    Bench(CardProcessorConformance kit) {
        this.kit = kit;
    }

    /** Tests one rule on a processor that is started for it and ended after it. */
    void check(Check rule) throws Exception {
        try (CallbackEnd end = new CallbackEnd()) {
            callbackEnd = end;
            begin();
            try {
                rule.of(this);
            } finally {
                end();
            }
        } finally {
            callers.shutdownNow();
        }
    }

    /** Says that a part of a rule was not tested, and why. */
    void untested(String what) {
        untested.add(what);
    }

    List<String> untested() {
        return untested;
    }

    /** Ends the test of a rule that cannot be tested at all. */
    static AssumptionViolatedException notTestable(String why) {
        return new AssumptionViolatedException(why);
    }

    /** What the processor calls itself, once it was started. */
    Optional<String> name() {
        return name;
    }

    SampleCards cards() {
        return kit.cards();
    }

    Duration patience() {
        return kit.patience();
    }

    Duration longestFinalAfter() {
        return kit.longestFinalAfter();
    }

    // --- the processor ---

    CardProcessor processor() {
        return running.orElseThrow(() -> new IllegalStateException("the processor is not running"));
    }

    void begin() throws Exception {
        CardProcessor processor = kit.start();
        assertThat(processor).as("what start() makes").isNotNull();
        running = Optional.of(processor);
        name = Optional.of(processor.getClass().getName());
    }

    void end() throws Exception {
        Optional<CardProcessor> ending = running;
        running = Optional.empty();
        if (ending.isPresent()) {
            kit.stop(ending.get());
        }
    }

    void restart() throws Exception {
        end();
        begin();
    }

    // --- calls ---

    static String key() {
        return UUID.randomUUID().toString();
    }

    /** The currency of whatever needs no special one. */
    CurrencyUnit currency() {
        Set<CurrencyUnit> currencies = processor().traits().currencies();
        return currencies.contains(CurrencyUnit.USD)
                ? CurrencyUnit.USD
                : currencies.stream()
                        .min(Comparator.comparing(CurrencyUnit::getCode))
                        .orElseThrow();
    }

    Money amount() {
        return Money.ofMinor(currency(), USUAL_MINOR_UNITS);
    }

    ChargeRequest request(String token) {
        return request(key(), token, amount());
    }

    ChargeRequest request(String key, String token, Money amount) {
        return new ChargeRequest(key, token, amount, callbackEnd.address(key));
    }

    /** Charges, and does not wait for ever. */
    ChargeOutcome charge(ChargeRequest request) {
        CardProcessor asked = processor();
        return inTime(() -> asked.charge(request), new ChargeOutcome.Unknown("no answer"));
    }

    /** Begins a charge. */
    Future<ChargeOutcome> begin(ChargeRequest request) {
        CardProcessor asked = processor();
        return callers.submit(() -> inTime(() -> asked.charge(request), new ChargeOutcome.Unknown("no answer")));
    }

    /** Does something many times at once. */
    <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        List<T> answers = new ArrayList<>();
        CompletableFuture<Void> go = new CompletableFuture<>();
        List<Future<T>> all = new ArrayList<>();
        for (Callable<T> each : work) {
            all.add(callers.submit(() -> {
                go.get();
                return each.call();
            }));
        }
        go.complete(null);
        for (Future<T> each : all) {
            answers.add(each.get());
        }
        return answers;
    }

    LookupOutcome lookup(String key) {
        CardProcessor asked = processor();
        return inTime(() -> asked.lookup(key), new LookupOutcome.Unavailable("no answer"));
    }

    /** What a look-up finds; empty where it finds nothing or cannot tell. */
    Optional<ChargeOutcome> found(String key) {
        return lookup(key) instanceof LookupOutcome.Found found ? Optional.of(found.outcome()) : Optional.empty();
    }

    RefundOutcome refund(String key, ChargeRequest charge, Money amount) {
        CardProcessor asked = processor();
        return inTime(
                () -> asked.refund(new RefundRequest(key, charge.key(), amount)),
                new RefundOutcome.Unknown("no answer"));
    }

    CardCheck checkCard(String token) {
        CardProcessor asked = processor();
        return inTime(() -> asked.checkCard(token), new CardCheck.Unavailable("no answer"));
    }

    /** A set-up of a card that nobody began. */
    CardSetupRequest setup() {
        String key = key();
        URI back = callbackEnd.address(key);
        return new CardSetupRequest(key, back, back, currency());
    }

    CardSetupStart beginCardSetup(CardSetupRequest request) {
        CardProcessor asked = processor();
        return inTime(() -> asked.beginCardSetup(request), new CardSetupStart.Unavailable("no answer"));
    }

    CardSetupOutcome cardSetup(String reference) {
        CardProcessor asked = processor();
        return inTime(() -> asked.cardSetup(reference), new CardSetupOutcome.Unavailable("no answer"));
    }

    /** Whether a card was added on the processor's page. */
    boolean addsCard(URI address) throws Exception {
        return kit.addCard(address);
    }

    /** A charge that settled; without one the rule cannot be tested, and rule 2 says that the sample does not settle. */
    ChargeRequest settled() throws Exception {
        ChargeRequest request = request(cards().settling());
        if (!settles(request)) {
            throw notTestable("the card that should settle did not");
        }
        return request;
    }

    /** Charges, and waits until a charge that is pending has settled. */
    boolean settles(ChargeRequest request) throws Exception {
        ChargeOutcome outcome = charge(request);
        return outcome instanceof ChargeOutcome.Settled
                || (outcome instanceof ChargeOutcome.Pending && becomesSettled(request));
    }

    /** Whether a charge is found as settled within the kit's patience. */
    boolean becomesSettled(ChargeRequest request) throws Exception {
        return Wait.until(
                () -> found(request.key())
                        .filter(ChargeOutcome.Settled.class::isInstance)
                        .isPresent(),
                patience());
    }

    /** Everything that the processor threw. */
    List<Throwable> thrown() {
        return List.copyOf(thrown);
    }

    // --- call-backs ---

    Optional<CallbackMessage> callback(ChargeRequest about) throws Exception {
        return kit.callback(about);
    }

    /** What arrives about a charge at the address that it named. */
    Optional<CallbackMessage> arrived(ChargeRequest about) throws Exception {
        Wait.until(() -> callbackEnd.about(about.key()).isPresent(), patience().plus(GRACE));
        return callbackEnd.about(about.key());
    }

    // --- the record ---

    boolean hasRecord() {
        return kit.record().isPresent();
    }

    /** All movements; none where there is no record. */
    List<Movement> movements() throws Exception {
        Optional<OutsideRecord> record = kit.record();
        return record.isPresent() ? record.get().movements() : List.of();
    }

    /** What a charge took, each time. */
    List<Money> taken(String chargeKey) throws Exception {
        return amounts(Movement.Kind.TAKEN, chargeKey);
    }

    /** What was given back of a charge, each time. */
    List<Money> givenBack(String chargeKey) throws Exception {
        return amounts(Movement.Kind.GIVEN_BACK, chargeKey);
    }

    private List<Money> amounts(Movement.Kind kind, String chargeKey) throws Exception {
        return movements().stream()
                .filter(each -> each.kind() == kind && each.chargeKey().equals(chargeKey))
                .map(Movement::amount)
                .toList();
    }

    private <T> T inTime(Callable<T> call, T otherwise) {
        Future<T> answer = callers.submit(call);
        try {
            T given = answer.get(patience().toMillis(), TimeUnit.MILLISECONDS);
            assertThat(given).as("an answer, never null").isNotNull();
            return given;
        } catch (TimeoutException e) {
            answer.cancel(true);
            return otherwise;
        } catch (ExecutionException e) {
            thrown.add(e.getCause());
            return otherwise;
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return otherwise;
        }
    }
}
