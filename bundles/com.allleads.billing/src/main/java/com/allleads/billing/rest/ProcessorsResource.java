package com.allleads.billing.rest;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.person.Slice;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Answers;
import com.allleads.api.rest.Caller;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Summary;
import com.allleads.billing.OperatorActs;
import com.allleads.billing.processors.DrainAnswer;
import com.allleads.billing.processors.InstalledProcessor;
import com.allleads.billing.processors.ProcessorState;
import com.allleads.billing.processors.Processors;
import com.allleads.billing.topups.Callbacks;
import com.allleads.spi.party.PartyDeclaration;
import com.allleads.spi.payment.CallbackMessage;
import com.allleads.spi.payment.CardForm;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;
import org.joda.money.CurrencyUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The card processors: who takes payments now, for everybody; their call-backs; draining, for operators. */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/processors")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.PUBLIC)
public final class ProcessorsResource implements RestResource {

    private static final int CALLBACK_BYTES = 64 * 1024;

    private final Processors processors;
    private final Callbacks callbacks;
    private final OperatorActs acts;

    @Activate
    public ProcessorsResource(
            @Reference Processors processors, @Reference Callbacks callbacks, @Reference OperatorActs acts) {
        this.processors = processors;
        this.callbacks = callbacks;
        this.acts = acts;
    }

    @GET
    @Summary("Those that take new payments, by name, with what each receives and keeps and how a card is added.")
    public Slice<Item> all() {
        return new Slice<>(processors.active().stream().map(Item::of).toList(), Optional.empty());
    }

    @POST
    @Path("{name}/drain")
    @Consumes(MediaType.WILDCARD)
    @Access(Access.Role.OPERATOR)
    @Summary("Lets a processor take no new payments; asked again it tells how many are still under way.")
    public Drain drain(
            @PathParam("name") String name, @QueryParam("version") String version, @Context SecurityContext security) {
        Caller caller = (Caller) security.getUserPrincipal();
        return acts.perform(
                OperatorAct.byRest(caller, "processor-drain").on("processor", name), () -> drain(name, version));
    }

    private Drain drain(String name, String version) {
        DrainAnswer answer = processors.drain(name, Optional.ofNullable(version));
        if (answer instanceof DrainAnswer.Ordered ordered) {
            return new Drain(
                    name,
                    ordered.drained().version(),
                    ordered.drained().state(),
                    ordered.drained().inFlight(),
                    ordered.successor());
        }
        throw Problem.notFound("A processor with this name").exception();
    }

    @POST
    @Path("{name}/callbacks")
    @Consumes(MediaType.WILDCARD)
    @Answers(status = 204)
    @Summary("Takes in what a processor has to tell about charges.")
    public Response callback(@PathParam("name") String name, @Context HttpHeaders headers, byte[] body) {
        byte[] sent = body == null ? new byte[0] : body;
        if (sent.length > CALLBACK_BYTES) {
            throw Problem.of(413, "too-large", "The request is too large.", "A call-back has at most 64 KiB.")
                    .exception();
        }
        Map<String, List<String>> lowered = new TreeMap<>();
        headers.getRequestHeaders().forEach((header, values) -> lowered.put(header.toLowerCase(Locale.ROOT), values));
        return switch (callbacks.receive(name, new CallbackMessage(lowered, sent))) {
            case TAKEN -> Response.noContent().build();
            case INVALID ->
                throw Problem.of(400, "invalid-callback", "The call-back was refused.", "It is not authentic.")
                        .exception();
            case LATER ->
                throw Problem.unavailable("The call-back cannot be read now; send it again.")
                        .exception();
        };
    }

    private static List<String> words(Collection<? extends Enum<?>> names) {
        return names.stream()
                .map(name -> name.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .sorted()
                .toList();
    }

    /**
     * Where a processor stands that is being drained.
     *
     * @param name the processor
     * @param version of its bundle
     * @param state DRAINING until nothing is under way, then DRAINED
     * @param inFlight how many payments and refunds are under way
     * @param successor the version that takes over, where there is one
     */
    public record Drain(String name, String version, ProcessorState state, int inFlight, Optional<String> successor) {}

    /** How a card is added. */
    public enum AddedBy {
        /** By a token that the processor gave to the person's browser: {@code POST /me/cards}. */
        TOKEN,
        /** By a page of the processor's: {@code POST /me/card-setups}. */
        REDIRECT
    }

    /**
     * A processor that takes new payments.
     *
     * @param name its short name
     * @param legalName who it is before the law
     * @param version of its bundle
     * @param receives what it is handed
     * @param retains what it keeps, and how long
     * @param uses what it does with it
     * @param policy its own privacy policy
     * @param currencies which currencies it charges
     * @param cardsAddedBy whether a card is added by a token, or by a redirect to the processor's own pages
     * @param cardForm how a card is added
     */
    public record Item(
            String name,
            String legalName,
            String version,
            List<String> receives,
            String retains,
            List<String> uses,
            String policy,
            List<String> currencies,
            AddedBy cardsAddedBy,
            CardForm cardForm) {

        static Item of(InstalledProcessor processor) {
            PartyDeclaration declared = processor.declared();
            return new Item(
                    declared.name(),
                    declared.legalName(),
                    processor.source().version().toString(),
                    words(declared.receives()),
                    declared.retention(),
                    words(declared.uses()),
                    declared.policy().toString(),
                    processor.traits().currencies().stream()
                            .map(CurrencyUnit::getCode)
                            .sorted()
                            .toList(),
                    processor.addsCardsByRedirect() ? AddedBy.REDIRECT : AddedBy.TOKEN,
                    processor.cardForm());
        }
    }
}
