package com.allleads.registration.pages.operator;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.person.PersonId;
import com.allleads.api.portal.Form;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Problem;
import com.allleads.registration.OperatorActs;
import com.allleads.registration.PeopleSearch;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds a person by email: by a form, so that no address stands in a URL. */
@Component(service = Page.class, property = "allleads.command=allleads:person")
public final class PeoplePage implements Page {

    private final PeopleSearch people;
    private final OperatorActs acts;

    @Activate
    public PeoplePage(@Reference PeopleSearch people, @Reference OperatorActs acts) {
        this.people = people;
        this.acts = acts;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu("/operator/people", "people.title", Access.Role.OPERATOR, "people.menu", 110);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        if (!request.submitted()) {
            return PageAnswer.show(PeoplePage.class, "people.ftl", Map.of("form", Form.blank()));
        }
        Optional<PersonId> found = request.parameter("email")
                .flatMap(email ->
                        acts.perform(OperatorAct.byPage(request.caller(), "person-find"), () -> people.find(email)));
        if (found.isPresent()) {
            return PageAnswer.goTo(PersonPage.PATH + "?id=" + found.get());
        }
        Form form = Form.entered(request).refused(Problem.invalid("email", "is not that of anybody who is registered"));
        return PageAnswer.showInvalid(PeoplePage.class, "people.ftl", Map.of("form", form));
    }
}
