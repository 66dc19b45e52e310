package com.allleads.registration.pages;

import com.allleads.api.person.PersonId;
import com.allleads.api.portal.Form;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.registration.Registration;
import com.allleads.registration.WrongPin;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes the PIN of the welcome message. The registration's id in the address is random and says nothing. */
@Component(service = Page.class)
public final class VerifyPage implements Page {

    private static final String PATH = "/verify";

    private final Registration registration;
    private final TryLimits limits;

    @Activate
    public VerifyPage(@Reference Registration registration, @Reference TryLimits limits) {
        this.registration = registration;
        this.limits = limits;
    }

    @Override
    public PageInfo info() {
        return PageInfo.hidden(PATH, "verify.title", Access.Role.PUBLIC);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        Optional<PersonId> id = request.parameter("id").flatMap(VerifyPage::parse);
        if (!request.submitted() || id.isEmpty()) {
            return PageAnswer.show(VerifyPage.class, "verify.ftl", model(id, Form.blank()));
        }
        limits.count(TryLimits.PIN, request);
        if (request.parameter("again").isPresent()) {
            registration.sendNewPin(id.get());
            return PageAnswer.goTo(PATH + "?id=" + id.get(), "verify.sent");
        }
        String pin = request.parameter("pin").orElse("").replace(" ", "");
        if (registration.verify(id.get(), pin)) {
            return PageAnswer.goTo("/sign-in", "verify.active");
        }
        return PageAnswer.showInvalid(
                VerifyPage.class, "verify.ftl", model(id, Form.blank().refused(WrongPin.problem())));
    }

    private static Map<String, Object> model(Optional<PersonId> id, Form form) {
        Map<String, Object> model = new HashMap<>();
        model.put("id", id.map(PersonId::toString));
        model.put("form", form);
        return model;
    }

    private static Optional<PersonId> parse(String id) {
        try {
            return Optional.of(PersonId.parse(id));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
