package ${package};

import com.allleads.payment.tck.CardProcessorConformance;
import com.allleads.payment.tck.Movement;
import com.allleads.payment.tck.OutsideRecord;
import com.allleads.payment.tck.SampleCards;
import com.allleads.spi.payment.CardProcessor;
import com.allleads.spi.payment.ProcessorTraits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.Rule;
import org.junit.rules.TemporaryFolder;

/** The numbered rules of the contract, each a test that comes with the kit. */
public class ${processorClass}ConformanceTest extends CardProcessorConformance {

    private static final ${processorClass}Settings SETTINGS = new ${processorClass}Settings(
            new ProcessorTraits(Set.of(CurrencyUnit.USD, CurrencyUnit.JPY), Duration.ofSeconds(1)),
            Optional.of(new Signature("a secret only for tests")));

    @Rule
    public final TemporaryFolder instance = new TemporaryFolder();

    private TrialCompany company;

    @Override
    protected CardProcessor start() throws IOException {
        company = new TrialCompany(folder(), SETTINGS.signature());
        return new ${processorClass}Processor(company, SETTINGS);
    }

    @Override
    protected void stop(CardProcessor processor) {
        company.close();
    }

    @Override
    protected SampleCards cards() {
        return SampleCards.settling(TrialCompany.GOOD)
                .declining(TrialCompany.DECLINED)
                .slow(TrialCompany.SLOW)
                .pending(TrialCompany.PENDING)
                .timingOut(TrialCompany.SILENT)
                .timingOut(TrialCompany.LOST);
    }

    /** The company's own book, not what the processor says of it. */
    @Override
    protected Optional<OutsideRecord> record() {
        return Optional.of(this::movements);
    }

    private List<Movement> movements() throws IOException {
        Path book = folder().resolve("book.txt");
        List<String> lines = Files.exists(book) ? Files.readAllLines(book) : List.of();
        return lines.stream()
                .map(line -> line.split(" "))
                .filter(words -> !words[0].equals("accepted"))
                .map(${processorClass}ConformanceTest::movement)
                .toList();
    }

    private Path folder() {
        return instance.getRoot().toPath().resolve("${processorName}");
    }

    private static Movement movement(String[] words) {
        Money amount = TrialBook.amount(words);
        return words[0].equals("taken") ? Movement.taken(words[1], amount) : Movement.givenBack(words[2], amount);
    }
}
