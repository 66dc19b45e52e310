package com.allleads.billing.processors;

import com.allleads.api.glassbox.GlassBox;
import com.allleads.billing.BillingSettings;
import com.allleads.billing.processors.DrainAnswer.NotInstalled;
import com.allleads.billing.processors.DrainAnswer.Ordered;
import com.allleads.spi.payment.CardProcessor;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The processors that are installed at this moment. Of several versions of one processor the newest that was not drained takes
 * new payments; the others still answer for what they did.
 */
@Component(service = Processors.class)
public final class Processors {

    private static final Logger LOG = LoggerFactory.getLogger(Processors.class);
    private static final Comparator<InstalledProcessor> OLDEST_FIRST = Comparator.comparing(
                    (InstalledProcessor processor) -> processor.source().version())
            .thenComparing(processor -> processor.source().service());

    private static final Comparator<InstalledProcessor> HIGHEST_FIRST = Comparator.comparing(
                    (InstalledProcessor processor) -> processor.source().ranking(), Comparator.reverseOrder())
            .thenComparing(InstalledProcessor::name);

    private final BillingSettings settings;
    private final DrainMarks drains;
    private final Map<Long, InstalledProcessor> installed = new HashMap<>();

    private volatile Optional<GlassBox> glassBox = Optional.empty();

    @Activate
    public Processors(
            @Reference BillingSettings settings, @Reference(target = "(schema=com.allleads.billing)") Jdbi jdbi) {
        this.settings = settings;
        this.drains = new DrainMarks(jdbi);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(ServiceReference<CardProcessor> reference, CardProcessor processor) {
        arrive(ProcessorSource.of(reference), processor);
    }

    void remove(ServiceReference<CardProcessor> reference) {
        leave((Long) reference.getProperty(Constants.SERVICE_ID));
    }

    /** The wall stands; without it no processor is used, as each is another company's code. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void bindGlassBox(GlassBox box) {
        glassBox = Optional.of(box);
    }

    /** The wall goes. */
    public void unbindGlassBox(GlassBox box) {
        if (glassBox.equals(Optional.of(box))) {
            glassBox = Optional.empty();
        }
    }

    /** A processor's service came. */
    public void arrive(ProcessorSource source, CardProcessor processor) {
        InstalledProcessor arrived = InstalledProcessor.of(source, processor);
        arrived.drained(drains.has(source));
        arrived.refusal()
                .ifPresentOrElse(
                        why -> LOG.error("The card processor of {} is refused and gets nothing: {}", source, why),
                        () -> LOG.info("Card processor {} is here, from {}", arrived.name(), source));
        synchronized (this) {
            installed.put(source.service(), arrived);
        }
    }

    /** A processor's service went; what is under way at it may still end. */
    public void leave(long service) {
        InstalledProcessor gone;
        synchronized (this) {
            gone = installed.remove(service);
        }
        if (gone != null) {
            LOG.info(
                    "Card processor {} is gone, from {}; {} payments were under way",
                    gone.name(),
                    gone.source(),
                    gone.inFlight());
        }
    }

    /** Those that take new payments, in the order in which they are offered for new cards: by ranking, then by name. */
    public synchronized List<InstalledProcessor> active() {
        return installed.values().stream()
                .filter(this::takesPayments)
                .sorted(HIGHEST_FIRST)
                .toList();
    }

    /** The one that takes new payments under a name. */
    public synchronized Optional<InstalledProcessor> active(String name) {
        return named(name).filter(this::open).max(OLDEST_FIRST);
    }

    /** Begins a payment at the processor that takes new ones under a name; empty where none does. */
    public synchronized Optional<Flight> board(String name) {
        return active(name).map(InstalledProcessor::board);
    }

    /** The one to ask about earlier payments under a name, drained or not: the one that takes new ones, else the newest. */
    public synchronized Optional<InstalledProcessor> reachable(String name) {
        return active(name).or(() -> named(name).max(OLDEST_FIRST));
    }

    /** Begins a refund at the processor to ask about earlier payments, drained or not. */
    public synchronized Optional<Flight> boardForRefund(String name) {
        return reachable(name).map(InstalledProcessor::board);
    }

    /** The names under which somebody can be asked, each with the number of the service that came last. */
    public synchronized Map<String, Long> arrivals() {
        Map<String, Long> arrivals = new HashMap<>();
        installed.values().stream()
                .filter(processor -> processor.refusal().isEmpty())
                .filter(this::admitted)
                .forEach(processor ->
                        arrivals.merge(processor.name(), processor.source().service(), Math::max));
        return arrivals;
    }

    /** Every one that is installed, whatever became of it, by name and version. */
    public synchronized List<ProcessorReport> reports() {
        return installed.values().stream()
                .sorted(Comparator.comparing(InstalledProcessor::name).thenComparing(OLDEST_FIRST))
                .map(this::report)
                .toList();
    }

    /** Every one that may be used, for checks. */
    public synchronized List<InstalledProcessor> accepted() {
        return installed.values().stream()
                .filter(processor -> processor.refusal().isEmpty())
                .toList();
    }

    /**
     * Lets a processor take no new payments any more. Where several versions are installed and none is named, all but the newest
     * are drained: it takes over.
     *
     * @param name the processor
     * @param version one version of it
     */
    public DrainAnswer drain(String name, Optional<String> version) {
        List<InstalledProcessor> versions;
        synchronized (this) {
            versions = named(name)
                    .filter(processor -> version.map(
                                    processor.source().version().toString()::equals)
                            .orElse(true))
                    .sorted(OLDEST_FIRST)
                    .toList();
        }
        if (versions.isEmpty()) {
            return new NotInstalled();
        }
        List<InstalledProcessor> toDrain = versions.size() == 1 ? versions : versions.subList(0, versions.size() - 1);
        for (InstalledProcessor processor : toDrain) {
            drains.set(name, processor.source(), Clock.systemUTC());
            processor.drained(true);
            LOG.info("Card processor {} of {} takes no new payments", name, processor.source());
        }
        return ordered(name, toDrain.get(toDrain.size() - 1));
    }

    /**
     * Lets a processor that was drained take new payments again.
     *
     * @param name the processor
     * @param version one version of it; empty for all that are installed
     * @return how it stands now; empty where no such processor was drained
     */
    public synchronized List<ProcessorReport> resume(String name, Optional<String> version) {
        List<InstalledProcessor> resumed = named(name)
                .filter(InstalledProcessor::drained)
                .filter(processor -> version.map(processor.source().version().toString()::equals)
                        .orElse(true))
                .toList();
        for (InstalledProcessor processor : resumed) {
            drains.remove(processor.source());
            processor.drained(false);
            LOG.info("Card processor {} of {} takes new payments again", name, processor.source());
        }
        return resumed.stream().map(this::report).toList();
    }

    private synchronized Ordered ordered(String name, InstalledProcessor drained) {
        return new Ordered(
                report(drained),
                active(name).map(successor -> successor.source().version().toString()));
    }

    private Stream<InstalledProcessor> named(String name) {
        return installed.values().stream()
                .filter(processor -> processor.isNamed(name))
                .filter(this::admitted);
    }

    private boolean admitted(InstalledProcessor processor) {
        return glassBox.filter(box -> box.admits(processor.source().bundle())).isPresent();
    }

    private boolean open(InstalledProcessor processor) {
        return !processor.drained() && processor.charges(settings.currency());
    }

    private boolean takesPayments(InstalledProcessor processor) {
        return processor.refusal().isEmpty()
                && active(processor.name()).filter(processor::equals).isPresent();
    }

    private ProcessorReport report(InstalledProcessor processor) {
        return ProcessorReport.of(processor, state(processor));
    }

    private ProcessorState state(InstalledProcessor processor) {
        if (processor.refusal().isPresent()) {
            return ProcessorState.REFUSED;
        }
        if (processor.drained()) {
            return processor.inFlight() > 0 ? ProcessorState.DRAINING : ProcessorState.DRAINED;
        }
        return takesPayments(processor) ? ProcessorState.ACTIVE : ProcessorState.STANDBY;
    }
}
