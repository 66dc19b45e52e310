package com.allleads.consent.pages;

import com.allleads.api.consent.Act;
import com.allleads.api.consent.Consent;
import com.allleads.api.consent.Occasion;
import com.allleads.api.person.PersonId;
import com.allleads.api.portal.Form;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.consent.KnownPurposes;
import com.allleads.consent.KnownPurposes.KnownPurpose;
import com.allleads.consent.SecondStep;
import com.allleads.consent.gpc.Sightings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A person's choices. A yes and a no are the same button, and each leaves a receipt. */
@Component(service = Page.class)
public final class ChoicesPage implements Page {

    static final String PATH = "/account/choices";

    /** The language of the texts that capabilities declare. */
    static final String LANGUAGE = "en";

    private final Consent consent;
    private final KnownPurposes purposes;
    private final StandingChoices standings;
    private final SecondStep secondStep;
    private final Sightings sightings;

    @Activate
    public ChoicesPage(
            @Reference Consent consent,
            @Reference KnownPurposes purposes,
            @Reference StandingChoices standings,
            @Reference SecondStep secondStep,
            @Reference Sightings sightings) {
        this.consent = consent;
        this.purposes = purposes;
        this.standings = standings;
        this.secondStep = secondStep;
        this.sightings = sightings;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu(PATH, "choices.title", Access.Role.PERSON, "choices.menu", 160);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        PersonId person = request.caller().requirePerson();
        return request.submitted() ? decide(person, request) : show(person, request, Form.blank());
    }

    private PageAnswer decide(PersonId person, PageRequest request) {
        String purpose = request.parameter("purpose").orElse("");
        boolean granted = request.parameter("granted").filter("true"::equals).isPresent();
        Act act = new Act(purpose, granted, request.parameter("textDigest").orElse(""));
        Optional<KnownPurpose> known = purposes.find(purpose);
        if (known.isEmpty() || !consent.check(List.of(act)).isEmpty()) {
            return show(person, request, changedMeanwhile());
        }
        if (granted && secondStep.isNeeded(person, purpose, request.optedOut())) {
            return PageAnswer.goTo(ConfirmationPage.PATH + "?purpose=" + purpose);
        }
        Occasion occasion = Occasion.at(Occasion.CHOICES, LANGUAGE).withSignal(request.optedOut());
        consent.record(person, occasion, List.of(act));
        return decided(known.get(), granted);
    }

    /** Back to the choices, which say what was recorded. */
    static PageAnswer decided(KnownPurpose known, boolean granted) {
        return PageAnswer.goTo(
                PATH,
                granted ? "choices.said.yes" : "choices.said.no",
                known.purpose().title());
    }

    private PageAnswer show(PersonId person, PageRequest request, Form form) {
        Map<String, Object> model = new HashMap<>();
        model.put("choices", standings.of(person));
        model.put("form", form);
        model.put("optedOut", request.optedOut());
        model.put("signal", sightings.of(person));
        model.put(
                "yielding",
                purposes.all().stream()
                        .map(KnownPurpose::purpose)
                        .filter(purpose -> purpose.yieldsToSignal())
                        .toList());
        return form.problem().isEmpty()
                ? PageAnswer.show(ChoicesPage.class, "choices.ftl", model)
                : PageAnswer.showInvalid(ChoicesPage.class, "choices.ftl", model);
    }

    private static Form changedMeanwhile() {
        return new Form(
                Map.of(),
                Map.of(),
                Optional.of("What you decided about was changed or withdrawn while you read it. Nothing was recorded;"
                        + " read it again and decide once more."),
                "");
    }
}
