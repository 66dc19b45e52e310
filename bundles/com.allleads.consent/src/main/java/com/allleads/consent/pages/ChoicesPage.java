package com.allleads.consent.pages;

import com.allleads.api.consent.Act;
import com.allleads.api.consent.Choice;
import com.allleads.api.consent.Consent;
import com.allleads.api.person.PersonId;
import com.allleads.api.portal.Form;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.FieldErrors;
import com.allleads.consent.KnownPurposes;
import com.allleads.consent.KnownPurposes.KnownPurpose;
import com.allleads.consent.RecordedConsent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A person's choices. A yes and a no are the same button, and each leaves a receipt. */
@Component(service = Page.class)
public final class ChoicesPage implements Page {

    private static final String PATH = "/account/choices";

    /** The language of the texts that capabilities declare. */
    private static final String LANGUAGE = "en";

    private final Consent consent;
    private final KnownPurposes purposes;

    @Activate
    public ChoicesPage(@Reference Consent consent, @Reference KnownPurposes purposes) {
        this.consent = consent;
        this.purposes = purposes;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu(PATH, "My choices", Access.Role.PERSON, "Choices", 160);
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
        FieldErrors errors = new FieldErrors();
        consent.check(List.of(act)).forEach(objection -> errors.add(objection.field(), objection.message()));
        if (!errors.found().isEmpty()) {
            return show(person, request, changedMeanwhile());
        }
        consent.record(person, RecordedConsent.CHOICES, LANGUAGE, List.of(act));
        String title =
                purposes.find(purpose).map(known -> known.purpose().title()).orElse(purpose);
        return PageAnswer.goTo(PATH, title + ": you said " + (granted ? "yes" : "no") + ". The receipt is below.");
    }

    private PageAnswer show(PersonId person, PageRequest request, Form form) {
        List<Item> items = consent.choices(person).stream()
                .flatMap(choice -> purposes.find(choice.purpose()).map(known -> item(choice, known)).stream())
                .toList();
        Map<String, Object> model = Map.of("choices", items, "form", form, "optedOut", request.optedOut());
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

    private static Item item(Choice choice, KnownPurpose known) {
        return new Item(
                choice.purpose(),
                known.purpose().title(),
                known.purpose().text(),
                known.textDigest(),
                choice.granted(),
                choice.receipt(),
                choice.decidedAt());
    }

    /**
     * A choice as it is shown.
     *
     * @param purpose the purpose's id
     * @param title a few words
     * @param text what the person agrees to
     * @param textDigest the digest of the text
     * @param granted whether they agreed
     * @param receipt the receipt of the latest decision
     * @param decidedAt when that was
     */
    public record Item(
            String purpose,
            String title,
            String text,
            String textDigest,
            boolean granted,
            Optional<String> receipt,
            Optional<Instant> decidedAt) {}
}
