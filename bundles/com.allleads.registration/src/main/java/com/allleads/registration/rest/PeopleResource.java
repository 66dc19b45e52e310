package com.allleads.registration.rest;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.audit.Subject;
import com.allleads.api.person.Slice;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Caller;
import com.allleads.api.rest.FieldErrors;
import com.allleads.api.rest.Omittable;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Summary;
import com.allleads.registration.OperatorActs;
import com.allleads.registration.PeopleSearch;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** An operator's search for people: by POST, so that no address stands in a URL. */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/people")
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.OPERATOR)
public final class PeopleResource implements RestResource {

    private final PeopleSearch people;
    private final OperatorActs acts;

    @Activate
    public PeopleResource(@Reference PeopleSearch people, @Reference OperatorActs acts) {
        this.people = people;
        this.acts = acts;
    }

    @POST
    @Path("search")
    @Summary(
            value = "The person with an email address, if there is one; the look is written down.",
            example = "{\"email\": \"ada@mail.example\", \"reason\": \"Asked us by telephone\"}")
    public Slice<Person> search(Search search, @Context SecurityContext security) {
        String email = search == null ? null : search.email();
        new FieldErrors().present("email", email).refuse();
        Caller caller = (Caller) security.getUserPrincipal();
        return new Slice<>(
                acts
                        .perform(OperatorAct.byRest(caller, "person-find"), () -> people.find(email))
                        .flatMap(person -> acts.perform(
                                OperatorAct.byRest(caller, "person")
                                        .on(Subject.PERSON, person.toString())
                                        .because(search.reasonOrNone()),
                                () -> people.look(person, caller.getName(), search.reasonOrNone())))
                        .map(Person::of)
                        .stream()
                        .toList(),
                Optional.empty());
    }

    /**
     * What to look for.
     *
     * @param email the whole address
     * @param reason why; the person reads it
     */
    public record Search(String email, @Omittable String reason) {

        String reasonOrNone() {
            return Optional.ofNullable(reason).orElse(PeopleSearch.NO_REASON);
        }

        /** Leaves everything out. */
        @Override
        public String toString() {
            return "Search[]";
        }
    }

    /**
     * A person as an operator sees them.
     *
     * @param id the person
     * @param status where the account stands
     * @param name the name
     * @param email the email address
     * @param registeredAt since when
     */
    public record Person(
            String id, String status, Optional<String> name, Optional<String> email, Instant registeredAt) {

        static Person of(PeopleSearch.Found found) {
            return new Person(
                    found.id().toString(),
                    found.status().name().toLowerCase(Locale.ROOT),
                    found.name(),
                    found.email(),
                    found.registeredAt());
        }

        /** Names the person's identifier alone. */
        @Override
        public String toString() {
            return "Person[" + id + "]";
        }
    }
}
