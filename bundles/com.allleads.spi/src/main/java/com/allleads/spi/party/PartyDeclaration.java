package com.allleads.spi.party;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What the party behind an adapter declares. The platform shows it to people word for word, hands over no field that is
 * not in {@link #receives()}, and refuses an adapter whose declaration names a {@link PartyUse#SECONDARY} use.
 *
 * <p>A declaration is a constant of the adapter's version: it must answer the same for as long as the adapter's service
 * is registered. To change it, register the service anew. Immutable and safe for use by many threads.
 *
 * @param name the adapter's stable short name, {@code [a-z][a-z0-9-]{1,31}}; it appears in URLs and on the console
 * @param legalName who the party is before the law, as people would find it in a register
 * @param outside false only where everything stays on the site's own machines (a local mail folder); an outside party
 *     is announced to people wherever their data may reach it
 * @param receives every personal field that may be handed over; see {@link PartyField}
 * @param retention what is kept and for how long, one plain sentence for people
 * @param uses what the party does with what it receives; never empty for an outside party
 * @param policy the party's own privacy policy
 * @param hosts the host names that the adapter talks to; empty where it talks to none
 */
public record PartyDeclaration(
        String name,
        String legalName,
        boolean outside,
        Set<PartyField> receives,
        String retention,
        Set<PartyUse> uses,
        URI policy,
        List<String> hosts) {

    /** Copies the collections, so that a declaration cannot change after it was shown. */
    public PartyDeclaration {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(legalName, "legalName");
        Objects.requireNonNull(retention, "retention");
        Objects.requireNonNull(policy, "policy");
        receives = Set.copyOf(receives);
        uses = Set.copyOf(uses);
        hosts = List.copyOf(hosts);
        if (!name.matches("[a-z][a-z0-9-]{1,31}")) {
            throw new IllegalArgumentException(
                    "name: lower-case letters, digits and hyphens, 2 to 32 of them: " + name);
        }
    }
}
