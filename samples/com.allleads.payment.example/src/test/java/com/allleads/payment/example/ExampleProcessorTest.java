package com.allleads.payment.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.spi.payment.CardCheck;
import com.allleads.spi.payment.ChargeOutcome;
import com.allleads.spi.payment.ChargeRequest;
import com.allleads.spi.payment.LookupOutcome;
import com.allleads.spi.payment.RefundOutcome;
import com.allleads.spi.payment.RefundRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ExampleProcessorTest {

    @Rule
    public final TemporaryFolder instance = new TemporaryFolder();

    private Path folder;
    private ExampleProcessor processor;

    @Before
    public void start() throws IOException {
        folder = instance.getRoot().toPath().resolve("example");
        processor = new ExampleProcessor(folder);
    }

    @Test
    public void chargesAKeyOnceAlsoAfterARestart() throws IOException {
        assertThat(processor.charge(request("k1", "ex_ok"))).isInstanceOf(ChargeOutcome.Settled.class);
        processor = new ExampleProcessor(folder);
        assertThat(processor.charge(request("k1", "ex_ok"))).isInstanceOf(ChargeOutcome.Settled.class);
        assertThat(Files.readAllLines(book()))
                .singleElement()
                .asString()
                .startsWith(
                        "{\"key\": \"k1\", \"token\": \"ex_ok\", \"amount\": \"4.00\", \"currency\": \"USD\", \"at\": \"20");
    }

    @Test
    public void chargesAKeyOnceHoweverManyAskAtATime() throws IOException {
        IntStream.range(0, 40).parallel().forEach(i -> processor.charge(request("k" + i % 4, "ex_ok")));
        assertThat(Files.readAllLines(book())).hasSize(4);
    }

    @Test
    public void declinesWithoutAnEntry() {
        assertThat(processor.charge(request("k1", "ex_no"))).isInstanceOf(ChargeOutcome.Declined.class);
        assertThat(processor.lookup("k1")).isInstanceOf(LookupOutcome.NothingFound.class);
    }

    @Test
    public void findsAChargeAgain() {
        ChargeOutcome settled = processor.charge(request("k1", "ex_ok"));
        assertThat(processor.lookup("k1")).isEqualTo(new LookupOutcome.Found(settled));
    }

    @Test
    public void cutsALineTornByACrash() throws IOException {
        processor.charge(request("k1", "ex_ok"));
        Files.writeString(book(), "{\"key\": \"k2\", \"tok", StandardOpenOption.APPEND);
        assertThat(processor.lookup("k2")).isInstanceOf(LookupOutcome.NothingFound.class);
        processor.charge(request("k3", "ex_ok"));
        assertThat(Files.readAllLines(book())).hasSize(2).allMatch(line -> line.endsWith("}"));
    }

    @Test
    public void doesNotKnowWhatHappenedWhenTheBookFails() throws IOException {
        Files.createDirectory(book());
        assertThat(processor.charge(request("k1", "ex_ok"))).isInstanceOf(ChargeOutcome.Unknown.class);
        assertThat(processor.lookup("k1")).isInstanceOf(LookupOutcome.Unavailable.class);
    }

    @Test
    public void acceptsSampleCardsOnly() {
        assertThat(processor.checkCard("ex_ok")).isInstanceOf(CardCheck.Accepted.class);
        assertThat(processor.checkCard("ex_no")).isInstanceOf(CardCheck.Accepted.class);
        assertThat(processor.checkCard("tok_visa")).isInstanceOf(CardCheck.Rejected.class);
    }

    @Test
    public void refusesRefunds() {
        assertThat(processor.refund(new RefundRequest("r1", "k1", Money.parse("USD 1.00"))))
                .isInstanceOf(RefundOutcome.Refused.class);
    }

    private Path book() {
        return folder.resolve("charges.jsonl");
    }

    private static ChargeRequest request(String key, String token) {
        return new ChargeRequest(key, token, Money.parse("USD 4.00"), URI.create("http://127.0.0.1:9/callbacks"));
    }
}
