package com.allleads.registration.pages;

import com.allleads.api.consent.CollectionPoint.AskedField;
import com.allleads.api.consent.Consent;
import com.allleads.api.consent.Occasion;
import com.allleads.api.consent.PointNotice;
import com.allleads.api.consent.PointNotice.OfferedPurpose;
import com.allleads.api.consent.Purpose;
import com.allleads.api.person.PersonId;
import com.allleads.api.policy.OutsideParties;
import com.allleads.api.portal.Form;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.ProblemException;
import com.allleads.registration.Address;
import com.allleads.registration.Language;
import com.allleads.registration.Registration;
import com.allleads.registration.RegistrationForm;
import com.allleads.registration.RegistrationForm.Choice;
import com.allleads.registration.RegistrationPoint;
import com.allleads.registration.RegistrationSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Registration. What the form says about each field, choice and outside party comes from those who declare it. */
@Component(service = Page.class)
public final class RegisterPage implements Page {

    private static final String PASSWORD = "password";

    /** The language of the texts that capabilities declare. */
    private static final String LANGUAGE = "en";

    private final Registration registration;
    private final Consent consent;
    private final RegistrationSettings settings;
    private final TryLimits limits;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile OutsideParties parties;

    @Activate
    public RegisterPage(
            @Reference Registration registration,
            @Reference Consent consent,
            @Reference RegistrationSettings settings,
            @Reference TryLimits limits) {
        this.registration = registration;
        this.consent = consent;
        this.settings = settings;
        this.limits = limits;
    }

    @Override
    public PageInfo info() {
        return PageInfo.hidden(AgePage.REGISTER, "register.title", Access.Role.PUBLIC);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        PointNotice notice = consent.point(RegistrationPoint.ID)
                .orElseThrow(() -> Problem.unavailable("Nobody can register at the moment. Try again in a minute.")
                        .exception());
        if (!request.submitted()) {
            return PageAnswer.show(
                    RegisterPage.class,
                    "register.ftl",
                    model(request, notice, Form.filled(Map.of("replyBy", "email"))));
        }
        if (settings.now().ageGate()
                && request.parameter("ofAge").filter("no"::equals).isPresent()) {
            return PageAnswer.goTo(AgePage.PATH);
        }
        limits.count(TryLimits.REGISTRATION, request);
        try {
            PersonId id = registration.register(
                    form(request, notice),
                    Occasion.at(RegistrationPoint.ID, LANGUAGE).withSignal(request.optedOut()),
                    Language.of(List.of(request.language())));
            return PageAnswer.goTo("/verify?id=" + id, "register.done");
        } catch (ProblemException refused) {
            return PageAnswer.showInvalid(
                    RegisterPage.class, "register.ftl", model(request, notice, refused(request, refused.problem())));
        }
    }

    private static RegistrationForm form(PageRequest request, PointNotice notice) {
        // Only a ticked box is an act of the person; what is left as it was is no decision.
        List<Choice> choices = notice.purposes().stream()
                .filter(offered ->
                        request.parameter("choice." + offered.purpose()).isPresent())
                .map(offered -> new Choice(
                        offered.purpose(),
                        true,
                        request.parameter("digest." + offered.purpose()).orElse(null)))
                .toList();
        return new RegistrationForm(
                request.parameter("email").orElse(null),
                request.exactly(PASSWORD).orElse(null),
                request.parameter("name").orElse(null),
                request.parameter("phone").orElse(null),
                EnteredAddress.of(request, Address.Kind.POSTAL).orElse(null),
                EnteredAddress.of(request, Address.Kind.BILLING).orElse(null),
                request.parameter("replyBy").orElse(null),
                request.parameter("ofAge").filter("yes"::equals).isPresent(),
                choices);
    }

    /** A choice can only be wrong because its text was changed while the form was open; it must be read and ticked anew. */
    private static Form refused(PageRequest request, Problem problem) {
        Form form = Form.entered(request, PASSWORD).refused(problem);
        if (form.errors().keySet().stream().noneMatch(field -> field.startsWith("choices"))) {
            return form;
        }
        Map<String, String> values = form.values().entrySet().stream()
                .filter(entry -> !entry.getKey().startsWith("choice."))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return Form.filled(values)
                .refused(Problem.of(
                        422,
                        "choices-changed",
                        "A choice was worded anew while you filled in the form.",
                        "Nothing was stored. Read the choices again and tick what you want."));
    }

    private Map<String, Object> model(PageRequest request, PointNotice notice, Form form) {
        Map<String, Object> model = new HashMap<>();
        model.put("form", form);
        model.put("uses", notice.fields().stream().collect(Collectors.toMap(AskedField::name, AskedField::use)));
        Predicate<OfferedPurpose> refused = offered -> request.optedOut()
                && consent.purpose(offered.purpose())
                        .filter(Purpose::yieldsToSignal)
                        .isPresent();
        model.put("choices", notice.purposes().stream().filter(refused.negate()).toList());
        model.put("refusedBySignal", notice.purposes().stream().filter(refused).toList());
        model.put("countries", Countries.in(request.language()));
        model.put("ageGate", settings.now().ageGate());
        OutsideParties announcing = parties;
        if (announcing != null) {
            model.put("parties", announcing.installed());
        }
        return model;
    }
}
