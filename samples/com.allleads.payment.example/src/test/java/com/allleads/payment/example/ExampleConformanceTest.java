package com.allleads.payment.example;

import com.allleads.payment.tck.CardProcessorConformance;
import com.allleads.payment.tck.Movement;
import com.allleads.payment.tck.OutsideRecord;
import com.allleads.payment.tck.SampleCards;
import com.allleads.spi.payment.CardProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.joda.money.Money;
import org.junit.Rule;
import org.junit.rules.TemporaryFolder;

/** The numbered rules of the contract, each a test that comes with the kit. */
public class ExampleConformanceTest extends CardProcessorConformance {

    private static final Pattern LINE =
            Pattern.compile("\"key\": \"(.+?)\".* \"amount\": \"(.+?)\", \"currency\": \"(.+?)\"");

    @Rule
    public final TemporaryFolder instance = new TemporaryFolder();

    @Override
    protected CardProcessor start() throws IOException {
        return new ExampleProcessor(folder());
    }

    @Override
    protected SampleCards cards() {
        return SampleCards.settling("ex_ok").declining("ex_no");
    }

    @Override
    protected Optional<OutsideRecord> record() {
        return Optional.of(this::movements);
    }

    private List<Movement> movements() throws IOException {
        Path book = folder().resolve("charges.jsonl");
        String lines = Files.exists(book) ? Files.readString(book) : "";
        return LINE.matcher(lines).results().map(ExampleConformanceTest::taken).toList();
    }

    private Path folder() {
        return instance.getRoot().toPath().resolve("example");
    }

    private static Movement taken(MatchResult line) {
        return Movement.taken(line.group(1), Money.parse(line.group(3) + " " + line.group(2)));
    }
}
