package com.allleads.payment.tck;

import com.allleads.spi.payment.CallbackMessage;
import com.allleads.spi.payment.CardProcessor;
import com.allleads.spi.payment.ChargeRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** What the kit is run on by the tests of the kit; not a test by itself. */
public class Subject extends CardProcessorConformance {

    /** Makes the processor that is looked at now; JUnit makes this class without arguments. */
    private static volatile Function<Company, CorrectProcessor> maker = CorrectProcessor::new;

    private final Company company = new Company();

    static void is(Function<Company, CorrectProcessor> now) {
        maker = now;
    }

    @Override
    protected CardProcessor start() {
        return maker.apply(company);
    }

    @Override
    protected void stop(CardProcessor processor) {
        ((CorrectProcessor) processor).stop();
    }

    @Override
    protected SampleCards cards() {
        return CorrectProcessor.cards();
    }

    @Override
    protected Optional<OutsideRecord> record() {
        return Optional.of(company::movements);
    }

    @Override
    protected Optional<CallbackMessage> callback(ChargeRequest about) {
        return Optional.of(CorrectProcessor.callback(about.key()));
    }

    @Override
    protected boolean addCard(URI address) {
        company.setUp(address.getPath().substring(1));
        return true;
    }

    /** The same without anything that an integrator may leave out. */
    public static class Bare extends Subject {

        @Override
        protected SampleCards cards() {
            return SampleCards.settling(CorrectProcessor.GOOD);
        }

        @Override
        protected Optional<OutsideRecord> record() {
            return Optional.empty();
        }

        @Override
        protected boolean addCard(URI address) {
            return false;
        }
    }

    /** The same in a hurry. */
    public static class Impatient extends Subject {

        @Override
        protected SampleCards cards() {
            return SampleCards.settling(CorrectProcessor.GOOD).timingOut(CorrectProcessor.LOST);
        }

        @Override
        protected Duration patience() {
            return Duration.ofSeconds(1);
        }

        @Override
        protected Duration longestFinalAfter() {
            return Duration.ofMillis(100);
        }
    }
}
