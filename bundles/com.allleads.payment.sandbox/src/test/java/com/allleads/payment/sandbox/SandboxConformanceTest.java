package com.allleads.payment.sandbox;

import com.allleads.payment.tck.CardProcessorConformance;
import com.allleads.payment.tck.Movement;
import com.allleads.payment.tck.OutsideRecord;
import com.allleads.payment.tck.SampleCards;
import com.allleads.spi.payment.CardProcessor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.Rule;
import org.junit.rules.TemporaryFolder;

/** The numbered rules of the contract. */
public class SandboxConformanceTest extends CardProcessorConformance {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Rule
    public final TemporaryFolder instance = new TemporaryFolder();

    @Override
    protected CardProcessor start() throws IOException {
        return new SandboxProcessor(folder());
    }

    @Override
    protected void stop(CardProcessor processor) throws IOException {
        ((SandboxProcessor) processor).leave();
    }

    @Override
    protected SampleCards cards() {
        return SampleCards.settling("tok_visa")
                .declining("tok_declined")
                .slow("tok_slow")
                .pending("tok_pending")
                .timingOut("tok_timeout")
                .timingOut("tok_lost")
                .chargedBack("tok_charged_back");
    }

    @Override
    protected Optional<OutsideRecord> record() {
        return Optional.of(this::movements);
    }

    /** It keeps silent for half a minute, and nothing else takes longer than two seconds. */
    @Override
    protected Duration patience() {
        return Duration.ofSeconds(5);
    }

    private List<Movement> movements() throws IOException {
        List<Movement> movements = new ArrayList<>();
        for (String line : Files.readAllLines(folder().resolve("charges.jsonl"))) {
            JsonNode charge = JSON.readTree(line);
            movements.add(Movement.taken(charge.path("key").textValue(), money(charge)));
        }
        for (String line : Files.readAllLines(folder().resolve("refunds.jsonl"))) {
            JsonNode refund = JSON.readTree(line);
            movements.add(Movement.givenBack(refund.path("charge").textValue(), money(refund)));
        }
        return movements;
    }

    private Path folder() {
        return instance.getRoot().toPath().resolve("sandbox");
    }

    private static Money money(JsonNode line) {
        return Money.parse(
                line.path("currency").textValue() + " " + line.path("amount").textValue());
    }
}
