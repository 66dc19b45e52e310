package com.allleads.payment.tck;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.spi.payment.CardProcessor;
import com.allleads.spi.payment.ChargeOutcome;
import com.allleads.spi.payment.ChargeRequest;
import com.allleads.spi.payment.LookupOutcome;
import com.allleads.spi.payment.ProcessorTraits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.Before;
import org.junit.Test;

public class KitTest {

    private static final Pattern NUMBERED = Pattern.compile("<li><b>([^<]+)\\.</b>");

    @Before
    public void beginWithACorrectProcessor() {
        Subject.is(CorrectProcessor::new);
    }

    @Test
    public void hasATestForEveryNumberedRuleOfTheContract() throws IOException {
        List<String> rules = rules();
        List<String> tests = Arrays.stream(CardProcessorConformance.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(method -> method.getName().toLowerCase(Locale.ROOT))
                .toList();
        assertThat(tests)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, rules.size())
                        .mapToObj(i -> "rule%02d%s"
                                .formatted(i + 1, rules.get(i).replaceAll("[^A-Za-z]", ""))
                                .toLowerCase(Locale.ROOT))
                        .toList());
    }

    @Test
    public void isExplainedRuleByRule() throws IOException {
        List<String> rules = rules();
        String guide = Files.readString(Path.of("../../docs/writing-a-processor.md"));
        assertThat(IntStream.range(0, rules.size()).mapToObj(i -> "| %d | %s |".formatted(i + 1, rules.get(i))))
                .allMatch(guide::contains);
    }

    @Test
    public void knowsAWrongProcessorForEveryRule() throws IOException {
        assertThat(Arrays.stream(Wrong.values()).map(Wrong::rule).distinct()).hasSameSizeAs(rules());
    }

    @Test
    public void findsNoFaultWithACorrectProcessorAndLeavesNothingUntested() throws IOException {
        Run run = Run.of(Subject.class);
        assertThat(run.broken()).as(run.why()).isEmpty();
        assertThat(run.passed()).hasSameSizeAs(rules());
        assertThat(run.printed()).contains("Nothing was left untested.");
    }

    @Test
    public void listsWhatItCannotTest() throws IOException {
        Run run = Run.of(Subject.Bare.class);
        assertThat(run.broken()).as(run.why()).isEmpty();
        assertThat(run.skipped()).containsExactly(5, 14);
        assertThat(run.printed())
                .contains("rule 2   whether a decline is final: no card is given that is declined")
                .contains("rule 5   what many threads do to the money: there is no record of the company's")
                .contains("rule 15  what becomes of a set-up that a person finished: addCard() does not add a card")
                .contains("rule 11  genuine and forged call-backs: no card is given whose charges are pending")
                .containsPattern("rule 7 +constant +passed\n")
                .containsPattern("rule 2 +say only what is known +passed in part\n");
        assertThat(Path.of("target", "conformance", Subject.Bare.class.getName() + ".txt"))
                .content()
                .isEqualTo(run.printed());
    }

    @Test
    public void catchesADoubleChargeByItsReferencesWhereThereIsNoRecord() {
        Subject.is(company -> new CorrectProcessor(company) {
            private int charges;

            @Override
            ChargeOutcome take(ChargeRequest request) {
                return super.take(request) instanceof ChargeOutcome.Settled
                        ? new ChargeOutcome.Settled("charge-" + ++charges)
                        : super.take(request);
            }
        });
        Run run = Run.of(Subject.Bare.class);
        assertThat(run.broken()).as(run.why()).containsExactly(1);
    }

    @Test
    public void doesNotWaitForeverUntilNothingFoundIsFinal() {
        Subject.is(company -> new CorrectProcessor(company) {
            @Override
            public ProcessorTraits traits() {
                return new ProcessorTraits(super.traits().currencies(), Duration.ofHours(1));
            }

            @Override
            public LookupOutcome lookup(String key) {
                return super.lookup(key) instanceof LookupOutcome.Found found
                        ? found
                        : new LookupOutcome.NothingFound();
            }
        });
        Run run = Run.of(Subject.Impatient.class);
        assertThat(run.broken()).as(run.why()).isEmpty();
        assertThat(run.printed()).contains("what is found after finalAfter: the kit does not wait PT1H");
    }

    @Test
    public void interruptsAChargeThatIsNotAnswered() {
        Set<String> interrupted = ConcurrentHashMap.newKeySet();
        Subject.is(company -> new CorrectProcessor(company) {
            @Override
            public ChargeOutcome charge(ChargeRequest request) {
                if (!LOST.equals(request.token())) {
                    return super.charge(request);
                }
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    interrupted.add(request.key());
                }
                return new ChargeOutcome.Declined("Nobody listens any more.");
            }
        });
        Run run = Run.of(Subject.Impatient.class);
        assertThat(run.broken()).as(run.why()).isEmpty();
        assertThat(interrupted).isNotEmpty();
    }

    private static List<String> rules() throws IOException {
        String file = CardProcessor.class.getName().replace('.', '/') + ".java";
        Path contract = Path.of("../../bundles/com.allleads.spi/src/main/java").resolve(file);
        return NUMBERED.matcher(Files.readString(contract))
                .results()
                .map(rule -> rule.group(1))
                .toList();
    }
}
