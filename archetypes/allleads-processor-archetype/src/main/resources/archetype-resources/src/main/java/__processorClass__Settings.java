package ${package};

import com.allleads.spi.payment.ProcessorTraits;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;

/**
 * The settings, checked.
 *
 * @param traits what they say that the processor can do
 * @param signature the company's, where it sends call-backs
 */
record ${processorClass}Settings(ProcessorTraits traits, Optional<Signature> signature) {

    static final String PID = "${artifactId}";

    private static final int LONGEST_SECONDS = 86_400;
    private static final int SHORTEST_SECRET = 16;

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException naming the key that is wrong
     */
    static ${processorClass}Settings of(${processorClass}Configuration configuration) {
        Duration finalAfter = Duration.ofSeconds(finalAfterSeconds(configuration));
        ProcessorTraits traits = new ProcessorTraits(currencies(configuration.currencies()), finalAfter);
        return new ${processorClass}Settings(traits, signature(configuration._callback_secret().strip()));
    }

    private static Set<CurrencyUnit> currencies(String listed) {
        Set<String> codes = Stream.of(listed.split(","))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toSet());
        if (codes.isEmpty()) {
            throw wrong("currencies", "must name at least one");
        }
        try {
            return codes.stream().map(CurrencyUnit::of).collect(Collectors.toSet());
        } catch (IllegalCurrencyException e) {
            throw wrong("currencies", "must be codes as in USD, EUR");
        }
    }

    /** The file's text becomes a number only when it is asked for. */
    private static int finalAfterSeconds(${processorClass}Configuration configuration) {
        int seconds;
        try {
            seconds = configuration.final_after_seconds();
        } catch (RuntimeException e) {
            throw wrong("final.after.seconds", "must be a whole number");
        }
        if (seconds < 1 || seconds > LONGEST_SECONDS) {
            throw wrong("final.after.seconds", "must be 1 to " + LONGEST_SECONDS);
        }
        return seconds;
    }

    private static Optional<Signature> signature(String secret) {
        if (secret.isEmpty()) {
            return Optional.empty();
        }
        if (secret.length() < SHORTEST_SECRET) {
            throw wrong(".callback.secret", "must have at least " + SHORTEST_SECRET + " characters");
        }
        return Optional.of(new Signature(secret));
    }

    private static IllegalArgumentException wrong(String key, String rule) {
        return new IllegalArgumentException(PID + ".cfg: " + key + " " + rule);
    }
}
