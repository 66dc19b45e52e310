package com.allleads.billing.topups;

import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import com.allleads.billing.DueChecks;
import com.allleads.billing.cards.Card;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The table of top-ups. Every change is conditional on what it changes, so that news may come in any order, repeatedly and on
 * several nodes.
 */
@Component(service = TopUpTable.class)
public final class TopUpTable {

    private static final String SELECT = "SELECT number, id, person, card, processor, charge_key, amount, currency,"
            + " status, first_status, reason, note, made_at, changed_at, asked_until, checks, check_at, body_digest,"
            + " charged_back, named_card"
            + " FROM billing_top_up";
    private static final int TEXT_LENGTH = 500;
    /** Whose request is older got no answer to it. */
    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(15);

    private static final long MILLIS_PER_DAY = Duration.ofDays(1).toMillis();

    private final Jdbi jdbi;
    private final DueChecks<TopUp> checks;

    @Activate
    public TopUpTable(@Reference(target = "(schema=com.allleads.billing)") Jdbi jdbi) {
        this.jdbi = jdbi;
        this.checks = new DueChecks<>(jdbi, "billing_top_up", SELECT, TopUpTable::topUp);
    }

    /**
     * Stores a new top-up, in the caller's transaction where there is one. One for whose answer nobody waits counts as told at once,
     * so that a word is owed about whatever becomes known of it, however soon.
     */
    void insert(NewTopUp made) {
        jdbi.useHandle(handle -> handle.createUpdate("INSERT INTO billing_top_up (id, person, request_key, body_digest,"
                        + " card, processor, charge_key, amount, currency, status, first_status, reason, made_at,"
                        + " changed_at, asked_until, checks, check_at, notice, named_card) VALUES (:id, :person, :request, :digest, :card,"
                        + " :processor, :charge, :amount, :currency, :status, :first, :reason, :at, :at, :asked, 0,"
                        + " :check, :notice, :named)")
                .bind("id", made.id())
                .bind("person", made.person().toString())
                .bind("request", made.key().key())
                .bind("digest", made.key().bodyDigest())
                .bind("card", made.card())
                .bind("processor", made.processor())
                .bind("charge", made.chargeKey())
                .bind("amount", made.amount().getAmountMinorLong())
                .bind("currency", made.amount().getCurrencyUnit().getCode())
                .bind("status", made.status().name())
                .bind(
                        "first",
                        made.status().isFinal() || made.unattended()
                                ? made.status().name()
                                : null)
                .bind("reason", made.reason().orElse(null))
                .bind("at", made.at().toEpochMilli())
                .bind("asked", made.askedUntil().toEpochMilli())
                .bind("check", made.checkAt().map(Instant::toEpochMilli).orElse(null))
                .bind("notice", made.status().isFinal() && made.unattended() ? "OWED" : null)
                .bind("named", made.namedCard().orElse(null))
                .execute());
    }

    /** What an earlier request with this key made. */
    Optional<TopUp> byRequest(PersonId person, String key) {
        return one(" WHERE person = :a AND request_key = :b", person.toString(), key);
    }

    /** A top-up of this person; empty for anybody else's. */
    Optional<TopUp> of(PersonId person, String id) {
        return one(" WHERE person = :a AND id = :b", person.toString(), id);
    }

    /** A top-up, whoever's. */
    Optional<TopUp> find(String id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " WHERE id = :id")
                .bind("id", id)
                .map(TopUpTable::topUp)
                .findOne());
    }

    /** The top-up that a processor knows by a key; empty for another processor's. */
    Optional<TopUp> byCharge(String processor, String chargeKey) {
        return one(" WHERE processor = :a AND charge_key = :b", processor, chargeKey);
    }

    /** The cards whose charges were given up. */
    List<String> cardsTried(String id) {
        return givenUp(id).stream().map(GivenUpCharge::card).toList();
    }

    /** The charges of a top-up that were given up for another card, in their order. */
    List<GivenUpCharge> givenUp(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT card, processor, charge_key, reason, given_up_at"
                        + " FROM billing_charge_given_up WHERE top_up = :id ORDER BY number")
                .bind("id", id)
                .map((row, context) -> new GivenUpCharge(
                        row.getString("card"),
                        row.getString("processor"),
                        row.getString("charge_key"),
                        row.getString("reason"),
                        Instant.ofEpochMilli(row.getLong("given_up_at"))))
                .list());
    }

    /** The top-up one of whose charges was given up; empty where none of this key was. */
    Optional<String> ofGivenUp(String processor, String chargeKey) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT top_up FROM billing_charge_given_up WHERE processor = :processor AND charge_key = :key")
                .bind("processor", processor)
                .bind("key", chargeKey)
                .mapTo(String.class)
                .findOne());
    }

    /** Writes down a charge that was given up, in the caller's transaction. */
    void giveUp(String topUp, GivenUpCharge charge) {
        jdbi.useHandle(handle -> handle.createUpdate("INSERT INTO billing_charge_given_up (top_up, card, processor,"
                        + " charge_key, reason, given_up_at) VALUES (:top_up, :card, :processor, :key, :reason, :at)")
                .bind("top_up", topUp)
                .bind("card", charge.card())
                .bind("processor", charge.processor())
                .bind("key", charge.chargeKey())
                .bind("reason", cut(charge.reason()))
                .bind("at", charge.at().toEpochMilli())
                .execute());
    }

    /** Another card is charged in place of one where nothing was attempted, in the caller's transaction; false where all is known. */
    boolean turn(
            TopUp from, Card card, String chargeKey, String reason, Instant now, Instant askedUntil, Instant check) {
        boolean turned = jdbi.withHandle(handle -> handle.createUpdate("UPDATE billing_top_up SET card = :card,"
                                + " processor = :processor, charge_key = :key, named_card = COALESCE(named_card, card),"
                                + " asked_until = :asked, check_at = :check, checks = 0, note = NULL"
                                + " WHERE id = :id AND status = 'UNKNOWN' AND charge_key = :old")
                        .bind("card", card.id())
                        .bind("processor", card.processor())
                        .bind("key", chargeKey)
                        .bind("asked", askedUntil.toEpochMilli())
                        .bind("check", check.toEpochMilli())
                        .bind("id", from.id())
                        .bind("old", from.chargeKey())
                        .execute())
                == 1;
        if (turned) {
            giveUp(from.id(), new GivenUpCharge(from.card(), from.processor(), from.chargeKey(), reason, now));
        }
        return turned;
    }

    private Optional<TopUp> one(String where, String a, String b) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + where)
                .bind("a", a)
                .bind("b", b)
                .map(TopUpTable::topUp)
                .findOne());
    }

    /** A person's top-ups, newest first. */
    Slice<TopUp> of(PersonId person, int limit, long before) {
        return jdbi.withHandle(handle -> slice(
                handle.createQuery(SELECT + " WHERE person = :person AND number < :before"
                                + " ORDER BY number DESC FETCH FIRST :rows ROWS ONLY")
                        .bind("person", person.toString())
                        .bind("before", before)
                        .bind("rows", limit + 1)
                        .map(TopUpTable::topUp)
                        .list(),
                limit));
    }

    /** Everybody's top-ups, of one status or of any, newest first. */
    Slice<TopUp> all(Optional<TopUpStatus> status, int limit, long before) {
        String ofStatus = status.isPresent() ? " AND status = :status" : "";
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(SELECT + " WHERE number < :before" + ofStatus
                            + " ORDER BY number DESC FETCH FIRST :rows ROWS ONLY")
                    .bind("before", before)
                    .bind("rows", limit + 1);
            status.ifPresent(wanted -> query.bind("status", wanted.name()));
            return slice(query.map(TopUpTable::topUp).list(), limit);
        });
    }

    private static Slice<TopUp> slice(List<TopUp> rows, int limit) {
        return Slice.of(rows, limit, topUp -> Long.toString(topUp.number()));
    }

    /** Those of a processor that are to be asked about now, longest overdue first. */
    List<TopUp> due(String processor, Instant now, int limit) {
        return checks.due(processor, now, limit);
    }

    /** Takes a top-up that is due, so that no other node asks about it too; false where another was faster. */
    boolean claim(TopUp due, Instant next) {
        return checks.claim(due.id(), due.checkAt(), next);
    }

    /** The processor came: whatever waits for it is asked about now. What may still be under way somewhere is left alone. */
    void hurry(String processor, Instant now) {
        checks.hurry(processor, now, " AND asked_until <= :now");
    }

    /** One that is not known yet is asked about now; false where all is known. */
    boolean hurryOne(String id, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("UPDATE billing_top_up SET check_at = :now, checks = 0"
                                + " WHERE id = :id AND check_at IS NOT NULL")
                        .bind("now", now.toEpochMilli())
                        .bind("id", id)
                        .execute())
                == 1;
    }

    /** How many are not known yet, and since when the oldest of them. */
    List<OpenTopUps> open() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT status, COUNT(*) AS top_ups, MIN(made_at) AS oldest"
                                + " FROM billing_top_up WHERE status IN ('UNKNOWN', 'PENDING') GROUP BY status ORDER BY status DESC")
                .map((row, context) -> new OpenTopUps(
                        TopUpStatus.valueOf(row.getString("status")),
                        row.getLong("top_ups"),
                        Instant.ofEpochMilli(row.getLong("oldest"))))
                .list());
    }

    /** How many were made on each day of UTC since one, by what is known of them now; what there is none of is left out. */
    Map<LocalDate, Map<TopUpStatus, Long>> perDay(LocalDate since) {
        Map<LocalDate, Map<TopUpStatus, Long>> counts = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("SELECT day_no, status, COUNT(*) AS top_ups FROM (SELECT made_at / "
                        + MILLIS_PER_DAY + " AS day_no, status FROM billing_top_up WHERE made_at >= :since) latest"
                        + " GROUP BY day_no, status")
                .bind("since", since.toEpochDay() * MILLIS_PER_DAY)
                .map((row, context) -> counts.computeIfAbsent(
                                LocalDate.ofEpochDay(row.getLong("day_no")), day -> new EnumMap<>(TopUpStatus.class))
                        .put(TopUpStatus.valueOf(row.getString("status")), row.getLong("top_ups")))
                .list());
        return counts;
    }

    /** The charge is still under way and may be sent until then. */
    void stillAsking(String id, Instant until) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE billing_top_up SET asked_until = :until WHERE id = :id AND status = 'UNKNOWN'")
                .bind("until", until.toEpochMilli())
                .bind("id", id)
                .execute());
    }

    /** The charge ended without anything known. */
    void askedInVain(TopUp asked, String note, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE billing_top_up SET note = :note, asked_until = :now,"
                        + " check_at = :next WHERE id = :id AND charge_key = :key AND status = 'UNKNOWN'")
                .bind("note", cut(note))
                .bind("now", now.toEpochMilli())
                .bind("next", now.plus(Duration.ofSeconds(1)).toEpochMilli())
                .bind("id", asked.id())
                .bind("key", asked.chargeKey())
                .execute());
    }

    /** The processor accepted it; false where more is known already. */
    boolean pending(TopUp asked, String reference, Instant now, Instant check) {
        return jdbi.withHandle(handle -> handle.createUpdate("UPDATE billing_top_up SET status = 'PENDING',"
                                + " first_status = COALESCE(first_status, 'PENDING'), processor_reference = :reference,"
                                + " changed_at = :now, asked_until = :now, check_at = :check, checks = 3"
                                + " WHERE id = :id AND charge_key = :key AND status = 'UNKNOWN'")
                        .bind("reference", cut(reference, 200))
                        .bind("now", now.toEpochMilli())
                        .bind("check", check.toEpochMilli())
                        .bind("id", asked.id())
                        .bind("key", asked.chargeKey())
                        .execute())
                == 1;
    }

    /**
     * Top-ups whose persons are owed a word, oldest first. A notice is owed from what becomes known on; it is not while it is being
     * answered to the person's own request.
     */
    List<TopUp> noticesOwed(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + " WHERE notice = 'OWED' ORDER BY number FETCH FIRST :rows ROWS ONLY")
                .bind("rows", limit)
                .map(TopUpTable::topUp)
                .list());
    }

    /** The word is stored, in the caller's transaction; another one is owed where more became known in between. */
    void noticeSent(TopUp told) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE billing_top_up SET notice = 'SENT'"
                        + " WHERE id = :id AND status = :status AND charged_back = :back")
                .bind("id", told.id())
                .bind("status", told.status().name())
                .bind("back", told.chargedBack().getAmountMinorLong())
                .execute());
    }

    /** No money was taken and none will be; false where something final is known already. */
    boolean failed(TopUp asked, TopUpStatus status, String reason, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("UPDATE billing_top_up SET status = :status,"
                                + " first_status = COALESCE(first_status, :status), reason = :reason,"
                                + " changed_at = :now, check_at = NULL, notice = CASE WHEN first_status IS NOT NULL"
                                + " OR made_at < :long_ago THEN 'OWED' ELSE notice END"
                                + " WHERE id = :id AND charge_key = :key AND status IN ('UNKNOWN', 'PENDING')")
                        .bind("status", status.name())
                        .bind("long_ago", now.minus(LONGEST_REQUEST).toEpochMilli())
                        .bind("reason", cut(reason))
                        .bind("now", now.toEpochMilli())
                        .bind("id", asked.id())
                        .bind("key", asked.chargeKey())
                        .execute())
                == 1;
    }

    /** The client is being told what is known now, unless they were told before. */
    void tell(String id) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE billing_top_up SET first_status = status WHERE id = :id AND first_status IS NULL")
                .bind("id", id)
                .execute());
    }

    private static String cut(String text) {
        return cut(text, TEXT_LENGTH);
    }

    private static String cut(String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }

    private static TopUp topUp(ResultSet row, StatementContext context) throws SQLException {
        return new TopUp(
                row.getLong("number"),
                row.getString("id"),
                PersonId.parse(row.getString("person")),
                row.getString("card"),
                row.getString("processor"),
                row.getString("charge_key"),
                Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("amount")),
                TopUpStatus.valueOf(row.getString("status")),
                Optional.ofNullable(row.getString("first_status")).map(TopUpStatus::valueOf),
                Optional.ofNullable(row.getString("reason")),
                Optional.ofNullable(row.getString("note")),
                Instant.ofEpochMilli(row.getLong("made_at")),
                Instant.ofEpochMilli(row.getLong("changed_at")),
                Instant.ofEpochMilli(row.getLong("asked_until")),
                row.getInt("checks"),
                DueChecks.checkAt(row),
                row.getString("body_digest"),
                Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("charged_back")),
                Optional.ofNullable(row.getString("named_card")));
    }
}
