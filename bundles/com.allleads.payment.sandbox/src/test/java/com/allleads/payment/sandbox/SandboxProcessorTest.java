package com.allleads.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.allleads.spi.payment.CardCheck;
import com.allleads.spi.payment.ChargeOutcome;
import com.allleads.spi.payment.ChargeRequest;
import com.allleads.spi.payment.LookupOutcome;
import com.allleads.spi.payment.RefundOutcome;
import com.allleads.spi.payment.RefundRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.rules.Timeout;

public class SandboxProcessorTest {

    private static final URI NOWHERE = URI.create("http://127.0.0.1:9/callbacks");

    @Rule
    public final Timeout timeout = Timeout.seconds(60);

    @Rule
    public final TemporaryFolder instance = new TemporaryFolder();

    private Path folder;
    private SandboxProcessor sandbox;
    private Thread caller;

    @Before
    public void start() throws IOException {
        folder = instance.getRoot().toPath().resolve("sandbox");
        sandbox = new SandboxProcessor(folder);
    }

    @After
    public void stop() throws IOException {
        sandbox.leave();
    }

    @Test
    public void settlesAndWritesOneLineThatNamesNobody() throws IOException {
        assertThat(sandbox.charge(request("k1", "tok_visa", "12.50"))).isInstanceOf(ChargeOutcome.Settled.class);
        List<String> lines = Files.readAllLines(folder.resolve("charges.jsonl"));
        assertThat(lines).hasSize(1);
        JsonNode line = new ObjectMapper().readTree(lines.get(0));
        assertThat(line.fieldNames()).toIterable().containsExactly("key", "token", "amount", "currency", "at");
        assertThat(line.path("key").textValue()).isEqualTo("k1");
        assertThat(line.path("token").textValue()).isEqualTo("tok_visa");
        assertThat(line.path("amount").textValue()).isEqualTo("12.50");
        assertThat(line.path("currency").textValue()).isEqualTo("USD");
        assertThat(Instant.parse(line.path("at").textValue()))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
    }

    @Test
    public void answersTheSameForAKeySeenBeforeAlsoAfterARestart() throws IOException {
        ChargeOutcome first = sandbox.charge(request("k1", "tok_visa", "1.00"));
        assertThat(sandbox.charge(request("k1", "tok_visa", "1.00"))).isEqualTo(first);
        restart();
        assertThat(sandbox.charge(request("k1", "tok_visa", "1.00"))).isEqualTo(first);
        assertThat(sandbox.lookup("k1")).isEqualTo(new LookupOutcome.Found(first));
        assertThat(charges()).isEqualTo(1);
    }

    @Test
    public void declinesForGood() throws IOException {
        ChargeOutcome declined = sandbox.charge(request("k1", "tok_declined", "1.00"));
        assertThat(declined).isInstanceOf(ChargeOutcome.Declined.class);
        restart();
        assertThat(sandbox.lookup("k1")).isEqualTo(new LookupOutcome.Found(declined));
        assertThat(sandbox.charge(request("k1", "tok_visa", "1.00"))).isEqualTo(declined);
        assertThat(charges()).isZero();
    }

    @Test
    public void settlesSlowlyAfterTwoSeconds() throws IOException {
        long begin = System.nanoTime();
        assertThat(sandbox.charge(request("k1", "tok_slow", "1.00"))).isInstanceOf(ChargeOutcome.Settled.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(8));
        assertThat(charges()).isEqualTo(1);
    }

    @Test
    public void chargesButKeepsSilentOnTimeout() {
        Future<ChargeOutcome> answer = async(request("k1", "tok_timeout", "1.00"));
        await().atMost(5, TimeUnit.SECONDS).until(() -> charges() == 1);
        assertThat(sandbox.lookup("k1"))
                .isInstanceOfSatisfying(LookupOutcome.Found.class, found -> assertThat(found.outcome())
                        .isInstanceOf(ChargeOutcome.Settled.class));
        assertThat(answer.isDone()).isFalse();
    }

    @Test
    public void silenceEndsWhenTheCallerInterrupts() throws Exception {
        Future<ChargeOutcome> answer = async(request("k1", "tok_lost", "1.00"));
        awaitCallerWaits();
        caller.interrupt();
        assertThat(answer.get(5, TimeUnit.SECONDS)).isInstanceOf(ChargeOutcome.Unknown.class);
        assertThat(sandbox.charge(request("k2", "tok_visa", "1.00"))).isInstanceOf(ChargeOutcome.Settled.class);
    }

    @Test
    public void interruptedCallersSpoilNothing() {
        Thread.currentThread().interrupt();
        ChargeOutcome outcome = sandbox.charge(request("k1", "tok_visa", "1.00"));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcome).isInstanceOf(ChargeOutcome.Settled.class);
        assertThat(sandbox.charge(request("k2", "tok_visa", "1.00"))).isInstanceOf(ChargeOutcome.Settled.class);
    }

    @Test
    public void fencesWhatGotLost() throws Exception {
        Future<ChargeOutcome> answer = async(request("k1", "tok_lost", "1.00"));
        awaitCallerWaits();
        assertThat(sandbox.lookup("k1")).isInstanceOf(LookupOutcome.Fenced.class);
        restart();
        assertThat(answer.get(5, TimeUnit.SECONDS)).isInstanceOf(ChargeOutcome.Unknown.class);
        assertThat(sandbox.charge(request("k1", "tok_visa", "1.00"))).isInstanceOf(ChargeOutcome.NotAttempted.class);
        assertThat(sandbox.lookup("k1")).isInstanceOf(LookupOutcome.Fenced.class);
        assertThat(charges()).isZero();
    }

    @Test
    public void takesNothingOnceFencedWhileUnderWay() throws Exception {
        Future<ChargeOutcome> answer = async(request("k1", "tok_slow", "1.00"));
        awaitCallerWaits();
        assertThat(sandbox.lookup("k1")).isInstanceOf(LookupOutcome.Fenced.class);
        assertThat(answer.get(8, TimeUnit.SECONDS)).isInstanceOf(ChargeOutcome.NotAttempted.class);
        assertThat(charges()).isZero();
    }

    @Test
    public void letsASlowCallFinishBeforeItStops() throws Exception {
        Future<ChargeOutcome> answer = async(request("k1", "tok_slow", "1.00"));
        awaitCallerWaits();
        sandbox.leave();
        assertThat(answer.get(1, TimeUnit.SECONDS)).isInstanceOf(ChargeOutcome.Settled.class);
        sandbox = new SandboxProcessor(folder);
        assertThat(charges()).isEqualTo(1);
    }

    @Test
    public void knowsNothingOnceItStopped() throws IOException {
        sandbox.leave();
        assertThat(sandbox.charge(request("k1", "tok_visa", "1.00"))).isInstanceOf(ChargeOutcome.Unknown.class);
        assertThat(sandbox.lookup("k1")).isInstanceOf(LookupOutcome.Unavailable.class);
        sandbox = new SandboxProcessor(folder);
        assertThat(charges()).isZero();
    }

    @Test
    public void cutsALineTornByACrash() throws IOException {
        sandbox.charge(request("k1", "tok_visa", "1.00"));
        sandbox.leave();
        Files.writeString(folder.resolve("charges.jsonl"), "{\"key\":\"k2\",\"tok", StandardOpenOption.APPEND);
        sandbox = new SandboxProcessor(folder);
        assertThat(charges()).isEqualTo(1);
        sandbox.charge(request("k3", "tok_visa", "1.00"));
        assertThat(Files.readAllLines(folder.resolve("charges.jsonl")))
                .hasSize(2)
                .allMatch(line -> line.endsWith("}"));
        assertThat(sandbox.lookup("k2")).isInstanceOf(LookupOutcome.Fenced.class);
    }

    @Test
    public void chargesOneKeyOnceHoweverManyAskAtATime() {
        List<Future<ChargeOutcome>> answers = IntStream.range(0, 40)
                .mapToObj(i -> async(request("k" + i % 4, "tok_visa", "1.00")))
                .toList();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.get()).isInstanceOf(ChargeOutcome.Settled.class));
        assertThat(charges()).isEqualTo(4);
    }

    @Test
    public void sharesItsBooksWithANewerVersionBesideIt() throws IOException {
        SandboxProcessor newer = new SandboxProcessor(folder);
        try {
            List<Future<ChargeOutcome>> answers = IntStream.range(0, 40)
                    .<Future<ChargeOutcome>>mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> (i % 2 == 0 ? sandbox : newer).charge(request("k" + i / 4, "tok_visa", "1.00"))))
                    .toList();
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.get()).isInstanceOf(ChargeOutcome.Settled.class));
            assertThat(charges()).isEqualTo(10);
        } finally {
            newer.leave();
        }
    }

    @Test
    public void givesBackNeverMoreThanItTook() throws IOException {
        sandbox.charge(request("k1", "tok_visa", "10.00"));
        RefundOutcome first = sandbox.refund(refund("r1", "k1", "USD 6.00"));
        assertThat(first).isInstanceOf(RefundOutcome.Refunded.class);
        assertThat(sandbox.refund(refund("r2", "k1", "USD 4.01"))).isInstanceOf(RefundOutcome.Refused.class);
        assertThat(sandbox.refund(refund("r3", "k1", "EUR 1.00"))).isInstanceOf(RefundOutcome.Refused.class);
        assertThat(sandbox.refund(refund("r4", "never", "USD 1.00"))).isInstanceOf(RefundOutcome.Refused.class);
        restart();
        assertThat(sandbox.refund(refund("r1", "k1", "USD 6.00"))).isEqualTo(first);
        assertThat(sandbox.refund(refund("r5", "k1", "USD 4.00"))).isInstanceOf(RefundOutcome.Refunded.class);
        assertThat(Files.readAllLines(folder.resolve("refunds.jsonl"))).hasSize(2);
    }

    @Test
    public void acceptsSampleCardsOnly() {
        assertThat(sandbox.cardForm().samples())
                .extracting(sample -> sample.token())
                .containsExactly(
                        "tok_visa",
                        "tok_declined",
                        "tok_slow",
                        "tok_timeout",
                        "tok_lost",
                        "tok_pending",
                        "tok_charged_back")
                .allSatisfy(token -> assertThat(sandbox.checkCard(token)).isInstanceOf(CardCheck.Accepted.class));
        assertThat(sandbox.checkCard("tok_other")).isInstanceOf(CardCheck.Rejected.class);
        assertThat(sandbox.charge(request("k1", "tok_other", "1.00"))).isInstanceOf(ChargeOutcome.Declined.class);
        assertThat(charges()).isZero();
    }

    private void restart() throws IOException {
        sandbox.leave();
        sandbox = new SandboxProcessor(folder);
    }

    private Future<ChargeOutcome> async(ChargeRequest request) {
        SandboxProcessor asked = sandbox;
        CompletableFuture<ChargeOutcome> answer = new CompletableFuture<>();
        caller = new Thread(() -> answer.complete(asked.charge(request)));
        caller.start();
        return answer;
    }

    private void awaitCallerWaits() {
        await().atMost(5, TimeUnit.SECONDS).until(() -> caller.getState() == Thread.State.TIMED_WAITING);
    }

    private long charges() {
        try {
            return Files.readAllLines(folder.resolve("charges.jsonl")).size();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ChargeRequest request(String key, String token, String amount) {
        return new ChargeRequest(key, token, Money.parse("USD " + amount), NOWHERE);
    }

    private static RefundRequest refund(String key, String charge, String amount) {
        return new RefundRequest(key, charge, Money.parse(amount));
    }
}
