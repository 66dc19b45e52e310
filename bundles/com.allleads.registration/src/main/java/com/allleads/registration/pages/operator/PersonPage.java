package com.allleads.registration.pages.operator;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.audit.Subject;
import com.allleads.api.billing.PrepaidBalances;
import com.allleads.api.person.PersonId;
import com.allleads.api.portal.Form;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.ProblemException;
import com.allleads.registration.OperatorActs;
import com.allleads.registration.PeopleSearch;
import com.allleads.registration.PeopleSearch.Found;
import com.allleads.registration.PeopleSearch.Standing;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * One person, as an operator may see them: where the account stands at once, contact data only for a reason that the person
 * will read.
 */
@Component(service = Page.class, property = "allleads.command=allleads:person")
public final class PersonPage implements Page {

    static final String PATH = "/operator/people/person";

    private final PeopleSearch people;
    private final OperatorActs acts;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile PrepaidBalances balances;

    @Activate
    public PersonPage(@Reference PeopleSearch people, @Reference OperatorActs acts) {
        this.people = people;
        this.acts = acts;
    }

    @Override
    public PageInfo info() {
        return PageInfo.hidden(PATH, "person.title", Access.Role.OPERATOR);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        Standing standing = request.parameter("id")
                .flatMap(PersonPage::parse)
                .flatMap(people::standing)
                .orElseThrow(() -> Problem.notFound("The person").exception());
        if (!request.submitted()) {
            return PageAnswer.show(PersonPage.class, "person.ftl", model(standing, Form.blank(), Optional.empty()));
        }
        try {
            String reason = request.parameter("reason").orElse("");
            Found found = acts.perform(
                    OperatorAct.byPage(request.caller(), "person")
                            .on(Subject.PERSON, standing.id().toString())
                            .because(reason),
                    () -> people.look(standing.id(), request.caller().getName(), reason)
                            .orElseThrow(() -> Problem.notFound("The person").exception()));
            return PageAnswer.show(PersonPage.class, "person.ftl", model(standing, Form.blank(), Optional.of(found)));
        } catch (ProblemException refused) {
            if (refused.problem().errors().isEmpty()) {
                throw refused;
            }
            Form form = Form.entered(request).refused(refused.problem());
            return PageAnswer.showInvalid(PersonPage.class, "person.ftl", model(standing, form, Optional.empty()));
        }
    }

    private Map<String, Object> model(Standing standing, Form form, Optional<Found> found) {
        Map<String, Object> model = new HashMap<>();
        model.put("id", standing.id().toString());
        model.put("status", standing.status().name());
        model.put("standing", standing);
        model.put("form", form);
        model.put("found", found);
        PrepaidBalances known = balances;
        if (known != null) {
            model.put("balance", known.balance(standing.id()));
        }
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
