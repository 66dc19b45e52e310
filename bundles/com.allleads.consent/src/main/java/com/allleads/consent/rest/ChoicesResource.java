package com.allleads.consent.rest;

import com.allleads.api.consent.Act;
import com.allleads.api.consent.Choice;
import com.allleads.api.consent.Consent;
import com.allleads.api.consent.Occasion;
import com.allleads.api.consent.Purpose;
import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Caller;
import com.allleads.api.rest.FieldErrors;
import com.allleads.api.rest.Omittable;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Summary;
import com.allleads.consent.KnownPurposes;
import com.allleads.consent.KnownPurposes.KnownPurpose;
import com.allleads.consent.SecondStep;
import com.allleads.consent.asking.AskingRules;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The choices of the person who is signed in. Taking back is the same call as agreeing. */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/me/choices")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.PERSON)
public final class ChoicesResource implements RestResource {

    /** The language of the texts that capabilities declare. */
    private static final String LANGUAGE = "en";

    private final Consent consent;
    private final KnownPurposes purposes;
    private final SecondStep secondStep;
    private final AskingRules asking;

    @Activate
    public ChoicesResource(
            @Reference Consent consent,
            @Reference KnownPurposes purposes,
            @Reference SecondStep secondStep,
            @Reference AskingRules asking) {
        this.consent = consent;
        this.purposes = purposes;
        this.secondStep = secondStep;
        this.asking = asking;
    }

    @GET
    @Summary("Every choice that there is, and where the person stands on it.")
    public Slice<Item> all(@Context SecurityContext security) {
        return new Slice<>(items(person(security)), Optional.empty());
    }

    @PUT
    @Path("{purpose}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Summary(
            value =
                    "Decides. A yes after an opt-out, or against the Global Privacy Control signal of the request, takes two steps: the first call is answered with 409 confirmation-needed; show the person what its detail says, and where they say yes once more, send the same with \"confirmed\": true.",
            example = "{\"granted\": false, \"textDigest\": \"<textDigest>\"}")
    public Item decide(
            @PathParam("purpose") String purpose,
            DecisionRequest request,
            @HeaderParam("Sec-GPC") String globalPrivacyControl,
            @Context SecurityContext security) {
        if (request == null) {
            throw Problem.invalid("granted", "is required").exception();
        }
        new FieldErrors()
                .present("granted", request.granted())
                .present("textDigest", request.textDigest())
                .refuse();
        List<Act> acts = List.of(new Act(purpose, request.granted(), request.textDigest()));
        FieldErrors errors = new FieldErrors();
        consent.check(acts).forEach(objection -> errors.add(objection.field(), objection.message()));
        errors.refuse();
        PersonId person = person(security);
        boolean signal = "1".equals(globalPrivacyControl);
        boolean confirmed = Boolean.TRUE.equals(request.confirmed());
        if (request.granted() && !confirmed && secondStep.isNeeded(person, purpose, signal)) {
            throw confirmationNeeded().exception();
        }
        Occasion occasion = Occasion.at(Occasion.CHOICES, LANGUAGE)
                .withSignal(signal)
                .withConfirmation(request.granted() && confirmed);
        consent.record(person, occasion, acts);
        return items(person).stream()
                .filter(item -> item.purpose().equals(purpose))
                .findFirst()
                .orElseThrow(() -> Problem.unavailable("The purpose has just been withdrawn from the site.")
                        .exception());
    }

    /** The signal of a request was heeded before, so that what it refuses is not asked about. */
    private List<Item> items(PersonId person) {
        Set<String> due = asking.due(person, false).stream().map(Purpose::id).collect(Collectors.toSet());
        return consent.choices(person).stream()
                .flatMap(
                        choice -> purposes
                                .find(choice.purpose())
                                .map(known -> item(choice, known, due.contains(choice.purpose())))
                                .stream())
                .toList();
    }

    private static Item item(Choice choice, KnownPurpose known, boolean mayAsk) {
        return new Item(
                choice.purpose(),
                choice.granted(),
                choice.receipt(),
                choice.decidedAt(),
                known.purpose().title(),
                known.purpose().text(),
                known.textDigest(),
                mayAsk);
    }

    private static Problem confirmationNeeded() {
        return Problem.of(
                409,
                "confirmation-needed",
                "Saying yes after an opt-out takes two steps.",
                "The person opted out of this, by their own act or by the signal of their browser. Nothing was recorded."
                        + " If they still want it, send the same again with \"confirmed\": true.");
    }

    private static PersonId person(SecurityContext security) {
        return ((Caller) security.getUserPrincipal()).requirePerson();
    }

    /**
     * A decision.
     *
     * @param granted whether the person agrees
     * @param textDigest the digest of the text that they saw
     * @param confirmed true in the second step of a yes that needs one; may be left out otherwise
     */
    public record DecisionRequest(
            Boolean granted, String textDigest, @Omittable Boolean confirmed) {}

    /**
     * A choice.
     *
     * @param purpose the purpose's id
     * @param granted whether the person agreed
     * @param receipt the receipt of the latest decision
     * @param decidedAt when that was
     * @param title a few words
     * @param text what the person agrees to
     * @param textDigest the digest of the text, for deciding
     * @param mayAsk whether the person may be asked about it now: not where they agreed, refused a short while ago or were
     *     asked already
     */
    public record Item(
            String purpose,
            boolean granted,
            Optional<String> receipt,
            Optional<Instant> decidedAt,
            String title,
            String text,
            String textDigest,
            boolean mayAsk) {}
}
