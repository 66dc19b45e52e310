package com.allleads.vault.rest;

import com.allleads.api.consent.Consent;
import com.allleads.api.consent.Purpose;
import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Caller;
import com.allleads.api.rest.Paging;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Summary;
import com.allleads.api.vault.Recipient;
import com.allleads.api.vault.Use;
import com.allleads.vault.uses.UseFilter;
import com.allleads.vault.uses.UseHistory;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who used which data of the person who is signed in, when, for what; newest first. */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/me/uses")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.PERSON)
public final class UsesResource implements RestResource {

    private final UseHistory history;
    private final Consent consent;

    @Activate
    public UsesResource(@Reference UseHistory history, @Reference Consent consent) {
        this.history = history;
        this.consent = consent;
    }

    @GET
    @Summary(
            "Who used which of the person's data, when and for what, newest first; all, or only for one purpose or by one"
                    + " recipient, kind and name as in outside:sandbox.")
    public Slice<Item> all(
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor,
            @QueryParam("purpose") String purpose,
            @QueryParam("recipient") String recipient,
            @Context SecurityContext security) {
        Paging paging = Paging.of(limit, cursor);
        UseFilter filter = new UseFilter(
                Optional.ofNullable(purpose).filter(given -> !given.isBlank()),
                Optional.ofNullable(recipient).filter(given -> !given.isBlank()).map(UsesResource::parse));
        PersonId person = ((Caller) security.getUserPrincipal()).requirePerson();
        return uses(person, filter, paging).map(this::item);
    }

    private Slice<Use> uses(PersonId person, UseFilter filter, Paging paging) {
        try {
            return history.of(person, filter, paging.limit(), paging.cursor());
        } catch (IllegalArgumentException cursor) {
            throw Paging.badCursor();
        }
    }

    private static Recipient parse(String recipient) {
        return UseFilter.recipient(recipient)
                .orElseThrow(() -> Problem.invalid("recipient", "must be kind and name, as in outside:sandbox")
                        .exception());
    }

    private Item item(Use use) {
        Recipient recipient = use.recipient();
        return new Item(
                use.at(),
                use.fields(),
                use.purpose(),
                consent.purpose(use.purpose()).map(Purpose::title).orElse(use.purpose()),
                new ItemRecipient(recipient.kind().name().toLowerCase(Locale.ROOT), recipient.name()));
    }

    /**
     * A use.
     *
     * @param at when
     * @param fields which fields
     * @param purpose what for
     * @param purposeTitle the same in a few words
     * @param recipient who got them
     */
    public record Item(Instant at, List<String> fields, String purpose, String purposeTitle, ItemRecipient recipient) {}

    /**
     * Who got the data.
     *
     * @param kind {@code person}, {@code platform}, {@code operator} or {@code outside}
     * @param name who exactly
     */
    public record ItemRecipient(String kind, String name) {}
}
