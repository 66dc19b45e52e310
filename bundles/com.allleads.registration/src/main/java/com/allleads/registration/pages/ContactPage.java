package com.allleads.registration.pages;

import com.allleads.api.consent.CollectionPoint.AskedField;
import com.allleads.api.consent.Consent;
import com.allleads.api.consent.PointNotice;
import com.allleads.api.person.PersonId;
import com.allleads.api.portal.Form;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.ProblemException;
import com.allleads.registration.Address;
import com.allleads.registration.ContactData;
import com.allleads.registration.ContactData.Held;
import com.allleads.registration.RegistrationPoint;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A person's contact data: looked through, corrected, and a changed email address confirmed. */
@Component(service = Page.class)
public final class ContactPage implements Page {

    private static final String PATH = "/account/contact";

    private final ContactData contactData;
    private final Consent consent;
    private final TryLimits limits;

    @Activate
    public ContactPage(@Reference ContactData contactData, @Reference Consent consent, @Reference TryLimits limits) {
        this.contactData = contactData;
        this.consent = consent;
        this.limits = limits;
    }

    @Override
    public PageInfo info() {
        return PageInfo.hidden(PATH, "contact.title", Access.Role.PERSON);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        PersonId person = request.caller().requirePerson();
        if (!request.submitted()) {
            Held held = contactData.of(person);
            return PageAnswer.show(
                    ContactPage.class, "contact.ftl", model(request, held, Form.filled(filled(held)), Form.blank()));
        }
        return switch (request.parameter("action").orElse("")) {
            case "reviewed" -> reviewed(person);
            case "confirm" -> confirm(person, request);
            case "correct" -> correct(person, request);
            // A form that is not the page's own must not be taken for one that cleared the fields.
            default ->
                throw Problem.of(
                                400,
                                "malformed-request",
                                "The form cannot be read.",
                                "Nothing was done. Open the page again and repeat what you wanted to do.")
                        .exception();
        };
    }

    private PageAnswer reviewed(PersonId person) {
        contactData.confirm(person);
        return PageAnswer.goTo("/account", "contact.reviewed");
    }

    private PageAnswer confirm(PersonId person, PageRequest request) {
        limits.count(TryLimits.PIN, request);
        try {
            contactData.confirmEmail(person, request.parameter("pin").orElse("").replace(" ", ""));
            return PageAnswer.goTo(PATH, "contact.confirmed");
        } catch (ProblemException refused) {
            Held held = contactData.of(person);
            return PageAnswer.showInvalid(
                    ContactPage.class,
                    "contact.ftl",
                    model(request, held, Form.filled(filled(held)), Form.blank().refused(refused.problem())));
        }
    }

    private PageAnswer correct(PersonId person, PageRequest request) {
        Held held = contactData.of(person);
        try {
            Held corrected = contactData.correct(person, EnteredCorrection.of(request, held));
            return PageAnswer.goTo(PATH, corrected.emailPending() ? "contact.saved.pending" : "contact.saved");
        } catch (ProblemException refused) {
            Form form = Form.entered(request).refused(refused.problem());
            return PageAnswer.showInvalid(ContactPage.class, "contact.ftl", model(request, held, form, Form.blank()));
        }
    }

    private Map<String, Object> model(PageRequest request, Held held, Form form, Form pin) {
        Map<String, Object> model = new HashMap<>();
        model.put("form", form);
        model.put("pin", pin);
        model.put("emailPending", held.emailPending());
        model.put("reviewedAt", held.contactReviewedAt());
        model.put("review", request.parameter("review").isPresent());
        model.put("countries", Countries.in(request.language()));
        model.put(
                "uses",
                consent.point(RegistrationPoint.ID).map(PointNotice::fields).stream()
                        .flatMap(fields -> fields.stream())
                        .collect(Collectors.toMap(AskedField::name, AskedField::use)));
        return model;
    }

    private static Map<String, String> filled(Held held) {
        Map<String, String> values = new HashMap<>();
        held.email().ifPresent(value -> values.put("email", value));
        held.name().ifPresent(value -> values.put("name", value));
        held.phone().ifPresent(value -> values.put("phone", value));
        held.replyBy().ifPresent(value -> values.put("replyBy", value));
        fill(values, held.address(), Address.Kind.POSTAL);
        fill(values, held.billingAddress(), Address.Kind.BILLING);
        return values;
    }

    private static void fill(Map<String, String> values, Optional<Address> address, Address.Kind kind) {
        address.ifPresent(held -> {
            put(values, kind.member() + ".street", held.street());
            put(values, kind.member() + ".city", held.city());
            put(values, kind.member() + ".region", held.region());
            put(values, kind.member() + ".postalCode", held.postalCode());
            put(values, kind.member() + ".country", held.country());
        });
    }

    private static void put(Map<String, String> values, String name, String value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
