package com.allleads.policy.rest;

import com.allleads.api.person.Slice;
import com.allleads.api.policy.OutsideParties;
import com.allleads.api.policy.OutsideParties.InstalledParty;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Summary;
import com.allleads.spi.party.PartyDeclaration;
import com.allleads.spi.party.PartyField;
import com.allleads.spi.party.PartyUse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The outside parties that are installed at this moment; public. */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/outside-parties")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.PUBLIC)
public final class OutsidePartiesResource implements RestResource {

    private final OutsideParties parties;

    @Activate
    public OutsidePartiesResource(@Reference OutsideParties parties) {
        this.parties = parties;
    }

    @GET
    @Summary("Every one, by name.")
    public Slice<Party> all() {
        return new Slice<>(parties.installed().stream().map(Party::of).toList(), Optional.empty());
    }

    /**
     * An outside party as clients see it.
     *
     * @param name its short name
     * @param legalName who it is before the law
     * @param role what it does for the site
     * @param receives what it may be handed
     * @param retains what it keeps, and how long
     * @param uses what it does with it
     * @param policy its own privacy policy
     * @param hosts the hosts that it is reached at
     */
    public record Party(
            String name,
            String legalName,
            String role,
            List<String> receives,
            String retains,
            List<String> uses,
            String policy,
            List<String> hosts) {

        static Party of(InstalledParty party) {
            PartyDeclaration declared = party.declaration();
            return new Party(
                    declared.name(),
                    declared.legalName(),
                    party.role(),
                    names(declared.receives().stream().map(PartyField::name)),
                    declared.retention(),
                    names(declared.uses().stream().map(PartyUse::name)),
                    declared.policy().toString(),
                    declared.hosts());
        }

        private static List<String> names(Stream<String> names) {
            return names.map(name -> name.toLowerCase(Locale.ROOT).replace('_', '-'))
                    .sorted()
                    .toList();
        }
    }
}
