package com.allleads.registration.pages;

import com.allleads.api.person.PersonId;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Problem;
import com.allleads.registration.sessions.Devices;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where a person is signed in, and how they end it. */
@Component(service = Page.class)
public final class DevicesPage implements Page {

    private static final String PATH = "/account/devices";

    private final Devices devices;

    @Activate
    public DevicesPage(@Reference Devices devices) {
        this.devices = devices;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu(PATH, "devices.title", Access.Role.PERSON, "devices.menu", 180);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        if (!request.submitted()) {
            return PageAnswer.show(DevicesPage.class, "devices.ftl", Map.of("devices", devices.of(request.caller())));
        }
        PersonId person = request.caller().requirePerson();
        if (request.parameter("others").filter("yes"::equals).isPresent()) {
            return PageAnswer.goTo(PATH, "devices.ended.others", devices.endOthers(request.caller()));
        }
        boolean ended =
                request.parameter("id").filter(id -> devices.end(person, id)).isPresent();
        if (!ended) {
            throw Problem.notFound("The session").exception();
        }
        return PageAnswer.goTo(PATH, "devices.ended");
    }
}
