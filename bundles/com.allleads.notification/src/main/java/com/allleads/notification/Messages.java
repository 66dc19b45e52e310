package com.allleads.notification;

import com.allleads.api.notification.MessageClass;
import com.allleads.api.person.PersonId;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The table of messages, but for claiming and ending them. */
@Component(service = Messages.class)
public final class Messages {

    /** As many keys as one query asks about. */
    private static final int CHUNK = 500;

    private static final String INSERT = "INSERT INTO notification_message (message_key, reference, person, template,"
            + " announcement, state, sealed_values, attempts, next_attempt, created_at) VALUES (:key, :reference, :person,"
            + " :template, :announcement, 'WAITING', :sealed, 0, :now, :now)";

    private static final String UNLESS_KNOWN = " ON CONFLICT (message_key) DO NOTHING";

    private static final String COLUMNS = "SELECT id, template, message_class, state, attempts, created_at,"
            + " next_attempt, ended_at, channel, reason FROM notification_message ";

    private static final RowMapper<StoredMessage> STORED = (row, context) -> new StoredMessage(
            row.getLong("id"),
            row.getString("template"),
            Optional.ofNullable(row.getString("message_class")).map(MessageClass::valueOf),
            MessageState.valueOf(row.getString("state")),
            row.getInt("attempts"),
            Instant.ofEpochMilli(row.getLong("created_at")),
            time(row, "next_attempt"),
            time(row, "ended_at"),
            Optional.ofNullable(row.getString("channel")),
            Optional.ofNullable(row.getString("reason")));

    private static final RowMapper<ChosenMessage> CHOSEN = (row, context) -> new ChosenMessage(
            row.getLong("id"),
            PersonId.parse(row.getString("person")),
            MessageClass.valueOf(row.getString("message_class")),
            Instant.ofEpochMilli(row.getLong("ended_at")),
            Optional.ofNullable(row.getString("receipt")),
            time(row, "grounded_at"));

    private final Jdbi jdbi;
    private final boolean postgresql;

    @Activate
    public Messages(@Reference(target = "(schema=com.allleads.notification)") Jdbi jdbi) {
        this.jdbi = jdbi;
        this.postgresql = jdbi.withHandle(handle -> handle.queryMetadata(DatabaseMetaData::getDatabaseProductName))
                .equals("PostgreSQL");
    }

    /**
     * Stores a message, due now, in the caller's transaction where there is one. A violated constraint would end that
     * transaction. PostgreSQL can be told to do nothing instead. Derby cannot; there a look right before makes another's row
     * wait for the end of the other's transaction, and only two who look at the very same moment meet the constraint: one of
     * them rolls back and finds the key stored when it tries again.
     *
     * @param announcement the number of the announcement that it carries, where it does
     * @return false where its key was stored before
     */
    boolean add(
            String key,
            String reference,
            PersonId person,
            String template,
            Optional<Integer> announcement,
            byte[] sealed,
            Instant now) {
        if (!postgresql && !known(Set.of(key)).isEmpty()) {
            return false;
        }
        try {
            return jdbi.withHandle(handle -> handle.createUpdate(postgresql ? INSERT + UNLESS_KNOWN : INSERT)
                            .bind("key", key)
                            .bind("reference", reference)
                            .bind("person", person.toString())
                            .bind("template", template)
                            .bind("announcement", announcement.orElse(null))
                            .bind("sealed", sealed)
                            .bind("now", now.toEpochMilli())
                            .execute()
                    == 1);
        } catch (UnableToExecuteStatementException e) {
            // Derby undoes the statement alone, and the store forgives it: two looked at the very same moment.
            if (!postgresql && e.getCause() instanceof SQLException sql && "23505".equals(sql.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    /** Those among the keys that were stored. */
    public Set<String> known(Collection<String> keys) {
        return states(keys).keySet();
    }

    /** Where the messages with these keys stand; those that were never stored are left out. */
    public Map<String, MessageState> states(Collection<String> keys) {
        Map<String, MessageState> states = new HashMap<>();
        List<String> all = List.copyOf(keys);
        for (int i = 0; i < all.size(); i += CHUNK) {
            List<String> some = all.subList(i, Math.min(i + CHUNK, all.size()));
            jdbi.useHandle(handle -> handle.createQuery(
                            "SELECT message_key, state FROM notification_message WHERE message_key IN (<keys>)")
                    .bindList("keys", some)
                    .map((row, context) ->
                            Map.entry(row.getString("message_key"), MessageState.valueOf(row.getString("state"))))
                    .forEach(message -> states.put(message.getKey(), message.getValue())));
        }
        return states;
    }

    /** How many messages of an announcement are in each state. */
    public Map<MessageState, Long> ofAnnouncement(int number) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT state, COUNT(*) AS messages"
                        + " FROM notification_message WHERE announcement = :number GROUP BY state")
                .bind("number", number)
                .map((row, context) -> Map.entry(MessageState.valueOf(row.getString("state")), row.getLong("messages")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Messages of an announcement that were delivered, by id, from after one on. */
    public List<DeliveredMessage> delivered(int number, long after, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id, person, ended_at FROM notification_message"
                        + " WHERE announcement = :number AND id > :after AND state = 'SENT' ORDER BY id FETCH FIRST "
                        + most + " ROWS ONLY")
                .bind("number", number)
                .bind("after", after)
                .map((row, context) -> new DeliveredMessage(
                        row.getLong("id"),
                        PersonId.parse(row.getString("person")),
                        Instant.ofEpochMilli(row.getLong("ended_at"))))
                .list());
    }

    /** A person's messages, oldest first. */
    List<StoredMessage> of(PersonId person) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + "WHERE person = :person ORDER BY id")
                .bind("person", person.toString())
                .map(STORED)
                .list());
    }

    /** The newest messages, newest first; only those in a state where one is given. */
    public List<StoredMessage> newest(Optional<MessageState> state, int most) {
        String where = state.isPresent() ? "WHERE state = :state " : "";
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(COLUMNS + where + "ORDER BY id DESC FETCH FIRST " + most + " ROWS ONLY");
            state.ifPresent(only -> query.bind("state", only.name()));
            return query.map(STORED).list();
        });
    }

    /**
     * Has a message that was given up or is waiting tried again now, with all its attempts.
     *
     * @return false where there is no such message, or it is not one of those
     */
    public boolean retry(long id, Instant now) {
        return retry("id = :id AND state IN ('DEAD', 'WAITING')", id, now) == 1;
    }

    /** Has every message that was given up tried again now, with all its attempts. */
    public int retryDead(Instant now) {
        return retry("state = 'DEAD' AND id > :id", 0, now);
    }

    private int retry(String which, long id, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                        "UPDATE notification_message SET state = 'WAITING', attempts = 0, next_attempt = :now,"
                                + " ended_at = NULL, reason = NULL WHERE " + which)
                .bind("now", now.toEpochMilli())
                .bind("id", id)
                .execute());
    }

    /** Messages that were sent as chosen, by id, from after one on. */
    public List<ChosenMessage> chosen(long after, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT id, person, message_class, ended_at, receipt, grounded_at FROM notification_message"
                                + " WHERE id > :after AND state = 'SENT' AND message_class IN (<classes>)"
                                + " ORDER BY id FETCH FIRST " + most + " ROWS ONLY")
                .bind("after", after)
                .bindList(
                        "classes",
                        OptionalPurposes.classes().stream()
                                .map(MessageClass::name)
                                .toList())
                .map(CHOSEN)
                .list());
    }

    /** How many messages ended in a state, by the day (UTC) on which they did, from a day on. */
    public Map<LocalDate, Long> endedPerDay(MessageState state, LocalDate first) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT ended_at / 86400000 AS on_day, COUNT(*) AS messages"
                        + " FROM notification_message WHERE state = :state AND ended_at >= :first"
                        + " GROUP BY ended_at / 86400000")
                .bind("state", state.name())
                .bind("first", first.toEpochDay() * 86_400_000L)
                .map((row, context) -> Map.entry(LocalDate.ofEpochDay(row.getLong("on_day")), row.getLong("messages")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** How many messages are in a state. */
    public long count(MessageState state) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT COUNT(*) FROM notification_message WHERE state = :state")
                        .bind("state", state.name())
                        .mapTo(Long.class)
                        .one());
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
