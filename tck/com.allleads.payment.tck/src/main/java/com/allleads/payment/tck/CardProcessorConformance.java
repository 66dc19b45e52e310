package com.allleads.payment.tck;

import com.allleads.spi.payment.CallbackMessage;
import com.allleads.spi.payment.CardProcessor;
import com.allleads.spi.payment.ChargeRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TestRule;
import org.junit.runner.Description;
import org.junit.runners.model.Statement;

/**
 * Tests a card processor against the numbered rules of {@link CardProcessor}: extend this class in the processor's tests,
 * and JUnit 4 runs one test for each rule, named by it.
 *
 * <pre>{@code
 * public class AcmeConformanceTest extends CardProcessorConformance {
 *
 *     @Rule
 *     public final AcmeDouble acme = new AcmeDouble();
 *
 *     @Override
 *     protected CardProcessor start() {
 *         return new AcmeProcessor(acme.address());
 *     }
 *
 *     @Override
 *     protected SampleCards cards() {
 *         return SampleCards.settling("tok_good").declining("tok_bad").timingOut("tok_silent");
 *     }
 *
 *     @Override
 *     protected Optional<OutsideRecord> record() {
 *         return Optional.of(acme::movements);
 *     }
 * }
 * }</pre>
 *
 * <p>JUnit makes the class anew for every rule, so each finds an empty record. A rule that cannot be tested with what the
 * class gives is skipped, and one that can be tested in part passes; at the end of the run both are listed with the reason,
 * on the standard output and in {@code target/conformance/} under the name of the class. A rule is judged by what its test
 * is about alone: a processor that breaks one rule fails one test.
 *
 * <p>The kit calls as the platform does: an exception counts as an unknown outcome, a charge that is not answered within
 * {@link #patience()} is interrupted and counts as unknown too.
 */
public abstract class CardProcessorConformance {

    /** Prints what was and was not tested when a class is through. */
    @ClassRule
    public static final TestRule REPORT = Findings::during;

    /** Notes what becomes of each rule. */
    @Rule
    public final TestRule notes = this::noting;

    private final Bench bench = new Bench(this);

    /** For subclasses, which need a constructor without parameters. */
    protected CardProcessorConformance() {}

    /**
     * Makes the processor, as its bundle does when it starts. Called again within a test it is a restart: a new object, which
     * knows of before only what the company or a disk knows.
     *
     * @return a processor that is ready for calls
     * @throws Exception where it cannot be made, which fails the test
     */
    protected abstract CardProcessor start() throws Exception;

    /**
     * Ends the processor, as its bundle does when it stops; calls may be under way. Nothing where there is nothing to end.
     *
     * @param processor what {@link #start()} made
     * @throws Exception where it cannot be ended, which fails the test
     */
    protected void stop(CardProcessor processor) throws Exception {}

    /** The cards by which a processor is made to settle, to decline and so on; constant. */
    protected abstract SampleCards cards();

    /**
     * What the company says about the money that moved. Without it the kit believes what the processor says of itself, and
     * lists what it therefore did not test.
     */
    protected Optional<OutsideRecord> record() {
        return Optional.empty();
    }

    /**
     * A genuine call-back that says of a pending charge that it settled. Override it where call-backs do not arrive by
     * themselves at the address that the charge named, which is where the kit listens.
     *
     * @param about a charge of the pending card that the processor accepted
     * @return as it arrives at the platform; empty where none comes
     * @throws Exception where it cannot be made, which fails the test
     */
    protected Optional<CallbackMessage> callback(ChargeRequest about) throws Exception {
        return bench.arrived(about);
    }

    /**
     * Adds a card on the processor's own page, as a person does in a browser. Override it where cards are added by redirect.
     *
     * @param address where the processor sends people
     * @return whether a card was added; without it what becomes of a finished set-up is listed as untested
     * @throws Exception where it cannot be done, which fails the test
     */
    protected boolean addCard(URI address) throws Exception {
        return false;
    }

    /** How long the kit waits for an answer; ten seconds as on the platform, less where samples keep silent for long. */
    protected Duration patience() {
        return Duration.ofSeconds(10);
    }

    /**
     * How long the kit waits until "nothing found" is final. What a processor that declares a longer time says after it is
     * listed as untested.
     */
    protected Duration longestFinalAfter() {
        return Duration.ofSeconds(20);
    }

    /** Rule 1. */
    @Test
    public final void rule01Idempotent() throws Exception {
        bench.check(new Idempotent());
    }

    /** Rule 2. */
    @Test
    public final void rule02SayOnlyWhatIsKnown() throws Exception {
        bench.check(new OnlyWhatIsKnown());
    }

    /** Rule 3. */
    @Test
    public final void rule03FoundAgain() throws Exception {
        bench.check(new FoundAgain());
    }

    /** Rule 4. */
    @Test
    public final void rule04NothingFoundIsNotNothingDone() throws Exception {
        bench.check(new NothingFound());
    }

    /** Rule 5. */
    @Test
    public final void rule05ManyThreads() throws Exception {
        bench.check(new ManyThreads());
    }

    /** Rule 6. */
    @Test
    public final void rule06Going() throws Exception {
        bench.check(new Going());
    }

    /** Rule 7. */
    @Test
    public final void rule07Constant() throws Exception {
        bench.check(new Constant());
    }

    /** Rule 8. */
    @Test
    public final void rule08Declared() throws Exception {
        bench.check(new Declared());
    }

    /** Rule 9. */
    @Test
    public final void rule09ToTheMinorUnit() throws Exception {
        bench.check(new ToTheMinorUnit());
    }

    /** Rule 10. */
    @Test
    public final void rule10Refunds() throws Exception {
        bench.check(new Refunds());
    }

    /** Rule 11. */
    @Test
    public final void rule11AuthenticCallBacks() throws Exception {
        bench.check(new AuthenticCallbacks());
    }

    /** Rule 12. */
    @Test
    public final void rule12TokensStayUnsaid() throws Exception {
        bench.check(new TokensUnsaid());
    }

    /** Rule 13. */
    @Test
    public final void rule13CardsAreChecked() throws Exception {
        bench.check(new CardsChecked());
    }

    /** Rule 14. */
    @Test
    public final void rule14Chargebacks() throws Exception {
        bench.check(new Chargebacks());
    }

    /** Rule 15. */
    @Test
    public final void rule15SetUpByRedirect() throws Exception {
        bench.check(new SetUpByRedirect());
    }

    private Statement noting(Statement rule, Description description) {
        return Findings.of(description.getTestClass()).noting(rule, description, bench);
    }
}
