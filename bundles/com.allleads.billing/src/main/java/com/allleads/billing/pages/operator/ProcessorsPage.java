package com.allleads.billing.pages.operator;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Problem;
import com.allleads.billing.OperatorActs;
import com.allleads.billing.processors.DrainAnswer;
import com.allleads.billing.processors.ProcessorReport;
import com.allleads.billing.processors.Processors;
import com.allleads.spi.party.PartyDeclaration;
import com.allleads.spi.party.PartyField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The card processors that are installed: what each gets and keeps, and whether it takes payments. */
@Component(
        service = Page.class,
        property = {
            "allleads.command=allleads:processors",
            "allleads.command=allleads:processor-drain",
            "allleads.command=allleads:processor-resume"
        })
public final class ProcessorsPage implements Page {

    private static final String PATH = "/operator/processors";

    private final Processors processors;
    private final OperatorActs acts;

    @Activate
    public ProcessorsPage(@Reference Processors processors, @Reference OperatorActs acts) {
        this.processors = processors;
        this.acts = acts;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu(PATH, "processors.title", Access.Role.VIEWER, "processors.menu", 200);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        if (!request.submitted()) {
            return PageAnswer.show(ProcessorsPage.class, "processors.ftl", Map.of("processors", shown()));
        }
        Optional<String> version = request.parameter("version");
        Optional<String> resumed = request.parameter("resume");
        if (resumed.isPresent()) {
            return acts.perform(
                    OperatorAct.byPage(request.caller(), "processor-resume").on("processor", resumed.get()),
                    () -> resume(resumed.get(), version));
        }
        String name = request.parameter("drain").orElse("");
        if (request.parameter("confirmed").isEmpty()) {
            return ask(name, version);
        }
        return acts.perform(
                OperatorAct.byPage(request.caller(), "processor-drain").on("processor", name),
                () -> drain(name, version));
    }

    private PageAnswer resume(String name, Optional<String> version) {
        if (processors.resume(name, version).isEmpty()) {
            throw unknown();
        }
        return PageAnswer.goTo(PATH, "processors.resumed", name);
    }

    /** What it means is said before it is done. */
    private PageAnswer ask(String name, Optional<String> version) {
        ProcessorReport asked = processors.reports().stream()
                .filter(report -> report.refusal().isEmpty())
                .filter(report -> report.name().equals(name))
                .filter(report -> version.map(report.version()::equals).orElse(true))
                .findFirst()
                .orElseThrow(ProcessorsPage::unknown);
        boolean last = processors.reports().stream()
                .filter(report -> report.name().equals(name))
                .noneMatch(report -> !report.version().equals(asked.version()) && takesOver(report));
        return PageAnswer.show(
                ProcessorsPage.class,
                "drain.ftl",
                Map.of("name", name, "version", asked.version(), "inFlight", asked.inFlight(), "last", last));
    }

    private static boolean takesOver(ProcessorReport report) {
        return switch (report.state()) {
            case ACTIVE, STANDBY -> true;
            case DRAINING, DRAINED, REFUSED -> false;
        };
    }

    private PageAnswer drain(String name, Optional<String> version) {
        if (processors.drain(name, version) instanceof DrainAnswer.NotInstalled) {
            throw unknown();
        }
        return PageAnswer.goTo(PATH, "processors.drained", name);
    }

    private static RuntimeException unknown() {
        return Problem.notFound("A processor with this name").exception();
    }

    private List<ShownProcessor> shown() {
        return processors.reports().stream()
                .map(report -> ShownProcessor.of(report, declared(report)))
                .toList();
    }

    private Optional<PartyDeclaration> declared(ProcessorReport report) {
        return processors.accepted().stream()
                .filter(processor -> processor.source().toString().equals(report.bundle()))
                .map(processor -> processor.declared())
                .findFirst();
    }

    /**
     * A processor as operators see it.
     *
     * @param report where it stands
     * @param legalName who it is before the law; empty where it was refused
     * @param retention what it keeps
     * @param policy its own privacy policy
     */
    public record ShownProcessor(ShownReport report, String legalName, String retention, String policy) {

        static ShownProcessor of(ProcessorReport report, Optional<PartyDeclaration> declared) {
            return new ShownProcessor(
                    ShownReport.of(report),
                    declared.map(PartyDeclaration::legalName).orElse(""),
                    declared.map(PartyDeclaration::retention).orElse(""),
                    declared.map(known -> known.policy().toString()).orElse(""));
        }
    }

    /**
     * Where a processor stands.
     *
     * @param name its name
     * @param version its bundle's version
     * @param state where it stands
     * @param inFlight how many payments are under way
     * @param receives what it may be handed
     * @param bundle its bundle
     * @param refusal why it was refused, where it was
     */
    public record ShownReport(
            String name,
            String version,
            String state,
            int inFlight,
            List<String> receives,
            String bundle,
            Optional<String> refusal) {

        static ShownReport of(ProcessorReport report) {
            return new ShownReport(
                    report.name(),
                    report.version(),
                    report.state().name(),
                    report.inFlight(),
                    report.receives().stream().map(PartyField::name).toList(),
                    report.bundle(),
                    report.refusal());
        }
    }
}
