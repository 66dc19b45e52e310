package com.allleads.billing.processors;

import com.allleads.api.person.PersonId;
import com.allleads.spi.party.PartyField;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The record of what went out to processors, beside what each had declared at that moment. It is written before anything goes
 * out, in the caller's transaction where there is one.
 */
@Component(service = Disclosures.class)
public final class Disclosures {

    /** What a check of a card hands over. */
    public static final Set<PartyField> CARD_CHECK = Set.of(PartyField.CARD_TOKEN);
    /** What the set-up of a card on the processor's own pages hands over; what people enter there they hand over themselves. */
    public static final Set<PartyField> CARD_SETUP = Set.of(PartyField.REFERENCE);
    /** What a charge hands over. */
    public static final Set<PartyField> CHARGE = Set.copyOf(DeclarationRules.HANDED_OVER);
    /** What a refund hands over. */
    public static final Set<PartyField> REFUND = Set.of(PartyField.AMOUNT, PartyField.REFERENCE);

    private final Jdbi jdbi;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public Disclosures(@Reference(target = "(schema=com.allleads.billing)") Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Writes down what is about to go out.
     *
     * @param person whose data it is
     * @param processor who gets it
     * @param occasion on what occasion
     * @param sent what goes out
     */
    public void record(PersonId person, InstalledProcessor processor, Occasion occasion, Set<PartyField> sent) {
        jdbi.useHandle(handle -> handle.createUpdate("INSERT INTO billing_disclosure"
                        + " (person, processor, occasion, sent, declared, sent_at)"
                        + " VALUES (:person, :processor, :occasion, :sent, :declared, :at)")
                .bind("person", person.toString())
                .bind("processor", processor.name())
                .bind("occasion", occasion.name())
                .bind("sent", names(sent))
                .bind("declared", names(processor.declared().receives()))
                .bind("at", clock.millis())
                .execute());
    }

    /** What went out about a person, oldest first. */
    public List<Disclosure> about(PersonId person) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT number, processor, occasion, sent, declared, sent_at"
                                + " FROM billing_disclosure WHERE person = :person ORDER BY number")
                        .bind("person", person.toString())
                        .map((row, context) -> disclosure(row))
                        .list());
    }

    /** The next disclosures after a number, of anybody, for checks. */
    public List<Disclosure> after(long number, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT number, processor, occasion, sent, declared, sent_at"
                                + " FROM billing_disclosure WHERE number > :number ORDER BY number FETCH FIRST :rows ROWS ONLY")
                .bind("number", number)
                .bind("rows", limit)
                .map((row, context) -> disclosure(row))
                .list());
    }

    private static Disclosure disclosure(ResultSet row) throws SQLException {
        return new Disclosure(
                row.getLong("number"),
                row.getString("processor"),
                Occasion.valueOf(row.getString("occasion")),
                fields(row.getString("sent")),
                fields(row.getString("declared")),
                Instant.ofEpochMilli(row.getLong("sent_at")));
    }

    private static String names(Collection<PartyField> fields) {
        return fields.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    private static Set<String> fields(String names) {
        return Stream.of(names.split(",")).filter(name -> !name.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }

    /** Why something went out. */
    public enum Occasion {
        /** A person was sent to the processor's pages to add a card. */
        CARD_SETUP,
        /** A card was added. */
        CARD_CHECK,
        /** A card was charged. */
        CHARGE,
        /** Money was given back. */
        REFUND
    }

    /**
     * What went out once.
     *
     * @param number in the order in which they were written
     * @param processor who got it
     * @param occasion on what occasion
     * @param sent which fields went out
     * @param declared which fields the processor had declared
     * @param at when
     */
    public record Disclosure(
            long number, String processor, Occasion occasion, Set<String> sent, Set<String> declared, Instant at) {

        /** How many fields went out that were not declared. */
        public long beyondDeclaration() {
            return sent.stream().filter(field -> !declared.contains(field)).count();
        }
    }
}
