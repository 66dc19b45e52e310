package com.allleads.vault.rest;

import com.allleads.api.consent.Consent;
import com.allleads.api.consent.Purpose;
import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Caller;
import com.allleads.api.rest.Paging;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Summary;
import com.allleads.api.vault.Recipient;
import com.allleads.api.vault.Use;
import com.allleads.api.vault.Vault;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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

    private final Vault vault;
    private final Consent consent;

    @Activate
    public UsesResource(@Reference Vault vault, @Reference Consent consent) {
        this.vault = vault;
        this.consent = consent;
    }

    @GET
    @Summary("A part of the list.")
    public Slice<Item> all(
            @QueryParam("limit") String limit, @QueryParam("cursor") String cursor, @Context SecurityContext security) {
        Paging paging = Paging.of(limit, cursor);
        PersonId person = ((Caller) security.getUserPrincipal()).requirePerson();
        return uses(person, paging).map(this::item);
    }

    private Slice<Use> uses(PersonId person, Paging paging) {
        try {
            return vault.uses(person, paging.limit(), paging.cursor());
        } catch (IllegalArgumentException cursor) {
            throw Paging.badCursor();
        }
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
