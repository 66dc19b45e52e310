package com.allleads.consent.decisions;

import com.allleads.api.consent.Act;
import com.allleads.api.consent.Decision;
import com.allleads.api.consent.Occasion;
import com.allleads.api.person.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The table of decisions. Append-only; a person's latest decision about a purpose is the one with the greatest id. */
@Component(service = Decisions.class)
public final class Decisions {

    /** As many people or receipts as one query asks about. */
    private static final int CHUNK = 500;

    private static final String COLUMNS = "SELECT d.receipt, d.person, d.purpose, d.granted, d.text_digest, d.point,"
            + " d.language, d.signal_on, d.confirmed, d.decided_at, d.policy_version, d.valid_until, (SELECT MIN(n.decided_at) FROM consent_decision n WHERE n.person = d.person"
            + " AND n.purpose = d.purpose AND n.id > d.id) AS changed_at FROM consent_decision d ";

    private static final String IS_LATEST = "NOT EXISTS (SELECT 1 FROM consent_decision n WHERE n.person = d.person"
            + " AND n.purpose = d.purpose AND n.id > d.id)";

    private static final RowMapper<Decision> DECISION = (row, context) -> {
        long changedAt = row.getLong("changed_at");
        Optional<Instant> changed = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(changedAt));
        long validUntil = row.getLong("valid_until");
        Optional<Instant> ends = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(validUntil));
        return new Decision(
                row.getString("receipt"),
                PersonId.parse(row.getString("person")),
                row.getString("purpose"),
                row.getBoolean("granted"),
                row.getString("text_digest"),
                new Occasion(
                        row.getString("point"),
                        row.getString("language"),
                        row.getBoolean("signal_on"),
                        row.getBoolean("confirmed")),
                Instant.ofEpochMilli(row.getLong("decided_at")),
                changed,
                row.getInt("policy_version"),
                ends);
    };

    private final Jdbi jdbi;
    private final UnderWay underWay;

    @Activate
    public Decisions(@Reference(target = "(schema=com.allleads.consent)") Jdbi jdbi, @Reference UnderWay underWay) {
        this.jdbi = jdbi;
        this.underWay = underWay;
    }

    /** The person's latest decision about a purpose, where it granted it and is still valid. */
    public Optional<Grant> granted(PersonId person, String purpose) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT receipt, granted, policy_version, valid_until FROM consent_decision"
                                + " WHERE person = :person AND purpose = :purpose ORDER BY id DESC"
                                + " FETCH FIRST 1 ROWS ONLY")
                .bind("person", person.toString())
                .bind("purpose", purpose)
                .map((row, context) -> row.getBoolean("granted") && isValid(row.getLong("valid_until"))
                        ? Optional.of(new Grant(person, row.getString("receipt"), row.getInt("policy_version")))
                        : Optional.<Grant>empty())
                .findOne()
                .flatMap(grant -> grant));
    }

    /** Those among the people whose latest decision about a purpose granted it and is still valid. */
    public List<Grant> granting(Collection<PersonId> people, String purpose) {
        List<Grant> granting = new ArrayList<>();
        for (List<String> some : chunks(people.stream().map(PersonId::toString).toList())) {
            jdbi.useHandle(
                    handle -> handle.createQuery("SELECT d.person, d.receipt, d.policy_version FROM consent_decision d"
                                    + " WHERE d.person IN (<people>) AND d.purpose = :purpose AND d.granted = TRUE"
                                    + " AND (d.valid_until IS NULL OR d.valid_until > :now) AND " + IS_LATEST)
                            .bindList("people", some)
                            .bind("purpose", purpose)
                            .bind("now", System.currentTimeMillis())
                            .map((row, context) -> new Grant(
                                    PersonId.parse(row.getString("person")),
                                    row.getString("receipt"),
                                    row.getInt("policy_version")))
                            .forEach(granting::add));
        }
        return granting;
    }

    /** A yes without an end is read as 0. */
    private static boolean isValid(long validUntil) {
        return validUntil == 0 || validUntil > System.currentTimeMillis();
    }

    /** The latest decision of a person about each purpose. */
    public List<Decision> latest(PersonId person) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + "WHERE d.person = :person AND " + IS_LATEST)
                .bind("person", person.toString())
                .map(DECISION)
                .list());
    }

    /** Every decision of a person, oldest first. */
    public List<Decision> all(PersonId person) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + "WHERE d.person = :person ORDER BY d.id")
                .bind("person", person.toString())
                .map(DECISION)
                .list());
    }

    /** Decisions by their receipts. */
    public List<Decision> byReceipts(Collection<String> receipts) {
        List<Decision> found = new ArrayList<>();
        for (List<String> some : chunks(List.copyOf(receipts))) {
            jdbi.useHandle(handle -> handle.createQuery(COLUMNS + "WHERE d.receipt IN (<receipts>)")
                    .bindList("receipts", some)
                    .map(DECISION)
                    .forEach(found::add));
        }
        return found;
    }

    /** Appends what a person decided; in the caller's transaction where there is one. */
    public List<Decision> append(PersonId person, Occasion occasion, List<Act> acts, Circumstances circumstances) {
        if (acts.isEmpty()) {
            return List.of();
        }
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
        List<Decision> decisions = acts.stream()
                .map(act -> new Decision(
                        UUID.randomUUID().toString(),
                        person,
                        act.purpose(),
                        act.granted(),
                        act.textDigest(),
                        occasion,
                        now,
                        Optional.empty(),
                        circumstances.policyVersion(),
                        act.granted() ? circumstances.validUntil(now) : Optional.empty()))
                .toList();
        underWay.begin(person, decisions.stream().map(Decision::receipt).collect(Collectors.toSet()), now);
        jdbi.useHandle(handle -> decisions.forEach(decision -> handle.createUpdate(
                        "INSERT INTO consent_decision (receipt, person, purpose, granted, text_digest, point, language,"
                                + " signal_on, confirmed, decided_at, terms_digest, policy_version, valid_until)"
                                + " VALUES (:receipt, :person, :purpose, :granted, :digest, :point, :language, :signal,"
                                + " :confirmed, :at, :terms, :version, :until)")
                .bind("receipt", decision.receipt())
                .bind("person", person.toString())
                .bind("purpose", decision.purpose())
                .bind("granted", decision.granted())
                .bind("digest", decision.textDigest())
                .bind("point", occasion.point())
                .bind("language", occasion.language())
                .bind("signal", occasion.signal())
                .bind("confirmed", occasion.confirmed())
                .bind("at", now.toEpochMilli())
                .bind("terms", circumstances.terms().get(decision.purpose()))
                .bind("version", decision.policyVersion())
                .bind("until", decision.validUntil().map(Instant::toEpochMilli).orElse(null))
                .execute()));
        return decisions;
    }

    /** What the circumstances of a decision were, as JSON; empty for one from before they were kept. */
    public Optional<String> terms(String receipt) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT t.content FROM consent_decision d"
                        + " JOIN consent_terms t ON t.digest = d.terms_digest WHERE d.receipt = :receipt")
                .bind("receipt", receipt)
                .map((row, context) -> row.getString("content"))
                .findOne());
    }

    /** How many people's latest decision granted or refused each purpose. */
    public List<Standing> standings() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT d.purpose, d.granted, COUNT(*) AS people FROM consent_decision d WHERE " + IS_LATEST
                                + " GROUP BY d.purpose, d.granted")
                .map((row, context) ->
                        new Standing(row.getString("purpose"), row.getBoolean("granted"), row.getLong("people")))
                .list());
    }

    /** What all grants stand on, each kind once. */
    public List<Grounds> grounds() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT text_digest, point, language, granted, COUNT(*) AS decisions FROM consent_decision"
                                + " GROUP BY text_digest, point, language, granted")
                .map((row, context) -> new Grounds(
                        row.getString("text_digest"),
                        row.getString("point"),
                        row.getString("language"),
                        row.getBoolean("granted"),
                        row.getLong("decisions")))
                .list());
    }

    /** How many decisions came from requests that carried the signal. */
    public long underSignal() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT COUNT(*) FROM consent_decision WHERE signal_on = TRUE")
                        .mapTo(Long.class)
                        .one());
    }

    /** How many agreements to these purposes came from requests that carried the signal and were not confirmed against it. */
    public long grantedAgainstSignal(List<String> purposes) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT COUNT(*) FROM consent_decision"
                                + " WHERE granted = TRUE AND signal_on = TRUE AND confirmed = FALSE AND purpose IN (<purposes>)")
                .bindList("purposes", purposes)
                .mapTo(Long.class)
                .one());
    }

    /**
     * How many agreements to these purposes still stand although the person's signal was seen after them, and were not
     * confirmed since it was first seen.
     */
    public long outlivedSignal(List<String> purposes) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM consent_decision d"
                        + " JOIN consent_signal s ON s.person = d.person WHERE d.granted = TRUE"
                        + " AND d.purpose IN (<purposes>) AND d.decided_at < s.last_at"
                        + " AND (d.confirmed = FALSE OR d.decided_at < s.first_at) AND " + IS_LATEST)
                .bindList("purposes", purposes)
                .mapTo(Long.class)
                .one());
    }

    private static List<List<String>> chunks(List<String> all) {
        List<List<String>> chunks = new ArrayList<>();
        for (int i = 0; i < all.size(); i += CHUNK) {
            chunks.add(all.subList(i, Math.min(i + CHUNK, all.size())));
        }
        return chunks;
    }

    /**
     * A yes that stands.
     *
     * @param person whose
     * @param receipt of which decision
     * @param policyVersion the version of the policy in force when it was given
     */
    public record Grant(PersonId person, String receipt, int policyVersion) {}

    /**
     * Where people stand on a purpose.
     *
     * @param purpose the purpose
     * @param granted whether they agreed
     * @param people how many
     */
    public record Standing(String purpose, boolean granted, long people) {}

    /**
     * What decisions stand on.
     *
     * @param textDigest the text shown
     * @param point where
     * @param language in which language
     * @param granted whether they granted
     * @param decisions how many
     */
    public record Grounds(String textDigest, String point, String language, boolean granted, long decisions) {}
}
