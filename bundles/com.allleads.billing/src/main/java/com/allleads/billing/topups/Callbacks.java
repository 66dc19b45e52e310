package com.allleads.billing.topups;

import com.allleads.billing.processors.CallbackReading;
import com.allleads.billing.processors.InstalledProcessor;
import com.allleads.billing.processors.ProcessorCalls;
import com.allleads.billing.processors.Processors;
import com.allleads.spi.payment.CallbackMessage;
import com.allleads.spi.payment.ChargeNews;
import com.allleads.spi.payment.ChargeOutcome.Unknown;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in call-backs of processors. Only what the processor itself made of one is believed, and only of its own charges. */
@Component(service = Callbacks.class)
public final class Callbacks {

    private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);

    private final Processors processors;
    private final ProcessorCalls calls;
    private final TopUpTable table;
    private final Settlement settlement;

    @Activate
    public Callbacks(
            @Reference Processors processors,
            @Reference ProcessorCalls calls,
            @Reference TopUpTable table,
            @Reference Settlement settlement) {
        this.processors = processors;
        this.calls = calls;
        this.table = table;
        this.settlement = settlement;
    }

    /** What became of a call-back. */
    public enum Answer {
        /** What it said is stored. */
        TAKEN,
        /** It is not authentic or cannot be read. */
        INVALID,
        /** It cannot be read now; the sender should send it again. */
        LATER
    }

    /**
     * Takes in a call-back.
     *
     * @param processor the name of the processor it was sent to
     * @param message as it came in
     */
    public Answer receive(String processor, CallbackMessage message) {
        Optional<InstalledProcessor> reached = processors.reachable(processor);
        if (reached.isEmpty()) {
            return Answer.LATER;
        }
        CallbackReading reading = calls.ask(reached.get(), asked -> asked.readCallback(message))
                .orElseGet(() -> new CallbackReading.Failed("no answer in time"));
        if (reading instanceof CallbackReading.Read read) {
            read.news().forEach(news -> take(processor, news));
            return Answer.TAKEN;
        }
        if (reading instanceof CallbackReading.Invalid invalid) {
            LOG.warn("A call-back to {} was refused: {}", processor, invalid.why());
            return Answer.INVALID;
        }
        LOG.warn("A call-back to {} could not be read: {}", processor, ((CallbackReading.Failed) reading).why());
        return Answer.LATER;
    }

    private void take(String processor, ChargeNews news) {
        Optional<TopUp> topUp = table.byCharge(processor, news.key());
        if (news.outcome() instanceof Unknown) {
            return;
        }
        if (topUp.isPresent()) {
            settlement.news(topUp.get(), news.outcome());
            return;
        }
        table.ofGivenUp(processor, news.key())
                .ifPresentOrElse(
                        id -> settlement.newsOfGivenUp(processor, news.key(), id, news.outcome()),
                        () -> LOG.warn("{} sent news of a charge that was not made by it", processor));
    }
}
