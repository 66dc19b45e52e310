package com.allleads.consent.pages;

import com.allleads.api.consent.Act;
import com.allleads.api.consent.Consent;
import com.allleads.api.consent.Decision;
import com.allleads.api.consent.Occasion;
import com.allleads.api.person.PersonId;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.consent.KnownPurposes;
import com.allleads.consent.KnownPurposes.KnownPurpose;
import com.allleads.consent.decisions.Decisions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The second step of a yes after an opt-out, or against the signal of a browser: says what speaks against it, and asks again. */
@Component(service = Page.class)
public final class ConfirmationPage implements Page {

    static final String PATH = "/account/choices/confirmation";

    private final Consent consent;
    private final KnownPurposes purposes;
    private final Decisions decisions;

    @Activate
    public ConfirmationPage(
            @Reference Consent consent, @Reference KnownPurposes purposes, @Reference Decisions decisions) {
        this.consent = consent;
        this.purposes = purposes;
        this.decisions = decisions;
    }

    @Override
    public PageInfo info() {
        return PageInfo.hidden(PATH, "confirmation.title", Access.Role.PERSON);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        PersonId person = request.caller().requirePerson();
        Optional<KnownPurpose> purpose =
                request.parameter("purpose").flatMap(purposes::find).filter(KnownPurpose::isChoice);
        if (purpose.isEmpty()) {
            return PageAnswer.goTo(ChoicesPage.PATH);
        }
        return request.submitted() ? agree(person, request, purpose.get()) : ask(person, request, purpose.get());
    }

    private PageAnswer ask(PersonId person, PageRequest request, KnownPurpose known) {
        Map<String, Object> model = new HashMap<>();
        model.put("purpose", known.purpose());
        model.put("textDigest", known.textDigest());
        model.put("refusal", refusal(person, known.purpose().id()));
        model.put("signal", request.optedOut() && known.purpose().yieldsToSignal());
        return PageAnswer.show(ConfirmationPage.class, "confirmation.ftl", model);
    }

    /** Where the text was changed while it was read, it is shown anew and asked about once more. */
    private PageAnswer agree(PersonId person, PageRequest request, KnownPurpose known) {
        Act act = new Act(
                known.purpose().id(), true, request.parameter("textDigest").orElse(""));
        if (!consent.check(List.of(act)).isEmpty()) {
            return ask(person, request, known);
        }
        Occasion occasion = Occasion.at(Occasion.CHOICES, ChoicesPage.LANGUAGE)
                .withSignal(request.optedOut())
                .withConfirmation(true);
        consent.record(person, occasion, List.of(act));
        return ChoicesPage.decided(known, true);
    }

    private Optional<Refusal> refusal(PersonId person, String purpose) {
        return decisions.latest(person).stream()
                .filter(decision -> decision.purpose().equals(purpose) && !decision.granted())
                .findFirst()
                .map(Refusal::of);
    }

    /**
     * The no that stands.
     *
     * @param at since when
     * @param bySignal whether a browser signalled it
     */
    public record Refusal(Instant at, boolean bySignal) {

        static Refusal of(Decision decision) {
            return new Refusal(decision.decidedAt(), decision.occasion().point().equals(Occasion.SIGNAL));
        }
    }
}
