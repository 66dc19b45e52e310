package com.allleads.registration.sessions;

import com.allleads.api.person.PersonId;
import com.allleads.api.registration.Device;
import com.allleads.api.registration.Sessions;
import com.allleads.api.store.GroupRead;
import com.allleads.api.store.Transactions;
import com.allleads.registration.RegistrationSettings;
import com.allleads.registration.credentials.Tokens;
import com.allleads.registration.sessions.SessionTable.Copied;
import com.allleads.registration.sessions.SessionTable.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sessions in the database, so that they outlive a crash and are known to every node; one that was found is remembered for a
 * moment. The token of one that stays in a
 * browser has two parts: by the first the session is found, the second is replaced. Who has the first and an old second has a
 * copy of the cookie, or had the cookie copied from them.
 */
@Component(service = {Sessions.class, StoredSessions.class})
public final class StoredSessions implements Sessions {

    private static final Logger LOG = LoggerFactory.getLogger(StoredSessions.class);

    /** For requests that left the browser before the replacement came. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final SessionTable table;
    private final Transactions transactions;
    private final RegistrationSettings settings;

    @Activate
    public StoredSessions(
            @Reference(target = "(schema=com.allleads.registration)") Jdbi jdbi,
            @Reference GroupRead groupRead,
            @Reference Transactions transactions,
            @Reference RegistrationSettings settings) {
        this.table = new SessionTable(jdbi, groupRead);
        this.transactions = transactions;
        this.settings = settings;
    }

    /** Begins a session whose holder keeps the token: a program, or a browser until it is closed. */
    public NewSession begin(PersonId person, boolean remembered, Device device) {
        return begin(person, SessionToken.lasting(), remembered, device);
    }

    /** Begins a session that stays in a browser whose cookie the pages replace. */
    public NewSession beginReplaceable(PersonId person, Device device) {
        return begin(person, SessionToken.replaceable(), true, device);
    }

    private NewSession begin(PersonId person, SessionToken token, boolean remembered, Device device) {
        RegistrationSettings.Values now = settings.now();
        Instant begun = Instant.ofEpochMilli(Instant.now().toEpochMilli());
        Row row = new Row(
                token.digest(),
                UUID.randomUUID().toString(),
                person,
                begun,
                begun.plus(remembered ? now.rememberedSession() : now.session()),
                day(begun),
                remembered,
                device,
                token.secretDigest(),
                Optional.empty(),
                begun,
                true);
        table.insert(row);
        return new NewSession(token.text(), session(row, Optional.empty()));
    }

    @Override
    public Optional<Session> find(String token) {
        return accepted(token, Instant.now()).map(held -> session(held.row(), Optional.empty()));
    }

    @Override
    public Optional<Session> findAndReplace(String token) {
        Instant now = Instant.now();
        return accepted(token, now).map(held -> session(held.row(), replacement(held, now)));
    }

    @Override
    public void end(String token) {
        SessionToken.parse(token).ifPresent(shown -> table.delete(shown.digest()));
    }

    /** The sessions of a person that have not ended, the one that began last first. */
    public List<HeldSession> of(PersonId person) {
        return table.of(person, Instant.now()).stream().map(HeldSession::of).toList();
    }

    /** Looks at every session that has not ended, without its token. */
    public void each(Consumer<Session> look) {
        table.each(Instant.now(), row -> look.accept(session(row, Optional.empty())));
    }

    /**
     * Ends a session of a person.
     *
     * @return false where they have no such session
     */
    public boolean end(PersonId person, String id) {
        return table.delete(person, id);
    }

    /**
     * Ends every session of a person but one.
     *
     * @param id the one that goes on
     * @return how many ended
     */
    public int endOthers(PersonId person, String id) {
        return table.deleteOthers(person, id);
    }

    /** Ends every session of a person, in the caller's transaction where there is one. */
    public void endAll(PersonId person) {
        table.deleteAll(person);
    }

    /** Forgets sessions that have expired. */
    public void sweep() {
        table.deleteExpired(Instant.now());
    }

    /**
     * Tells the owners of sessions that ended because their cookie was copied.
     *
     * @param limit how many at most
     * @param message tells one, by the session's id; in a transaction in which it is noted that they were told
     */
    public void tellOfCopies(int limit, BiConsumer<PersonId, String> message) {
        for (Copied copied : table.copied(limit)) {
            transactions.required(() -> {
                message.accept(copied.person(), copied.id());
                table.forgetCopied(copied.id());
            });
        }
    }

    private Optional<Held> accepted(String token, Instant now) {
        Optional<SessionToken> shown = SessionToken.parse(token);
        Optional<Row> found = shown.flatMap(part -> table.find(part.digest(), now));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Held held = new Held(found.get(), shown.get(), use(found.get(), shown.get(), now));
        return switch (held.use()) {
            case CURRENT -> {
                note(held.row(), day(now));
                yield Optional.of(held);
            }
            case UNDER_WAY, NOT_REPLACED -> Optional.of(held);
            case NONE -> Optional.empty();
            case COPIED -> {
                LOG.warn("A session ended because a token was shown that had been replaced");
                transactions.required(() -> table.endCopied(held.row(), now));
                yield Optional.empty();
            }
        };
    }

    private static Use use(Row row, SessionToken shown, Instant now) {
        if (row.secret().isEmpty() || shown.secret().isEmpty()) {
            return row.secret().isEmpty() && shown.secret().isEmpty() ? Use.CURRENT : Use.NONE;
        }
        String secret = shown.secretDigest().orElseThrow();
        if (Tokens.same(secret, row.secret().get())) {
            return Use.CURRENT;
        }
        boolean previous = row.previousSecret()
                .filter(digest -> Tokens.same(secret, digest))
                .isPresent();
        if (previous && row.replacedAt().plus(GRACE).isAfter(now)) {
            return Use.UNDER_WAY;
        }
        return previous && !row.shown() ? Use.NOT_REPLACED : Use.COPIED;
    }

    private void note(Row row, LocalDate today) {
        if (!row.shown() || row.usedOn().isBefore(today)) {
            table.noteUse(row, today);
        }
    }

    /** Of requests at one time one replaces the token; the others go on with the one they have. */
    private Optional<String> replacement(Held held, Instant now) {
        Row row = held.row();
        boolean old = row.secret().isPresent()
                && !row.replacedAt().plus(settings.now().rotation()).isAfter(now);
        boolean due = held.use() == Use.NOT_REPLACED || (held.use() == Use.CURRENT && old);
        if (!due) {
            return Optional.empty();
        }
        SessionToken next = held.shown().replaced();
        boolean replaced = table.replace(
                row,
                held.shown().secretDigest().orElseThrow(),
                next.secretDigest().orElseThrow(),
                now);
        return replaced ? Optional.of(next.text()) : Optional.empty();
    }

    private static Session session(Row row, Optional<String> replacement) {
        return new Session(row.id(), row.person(), row.expiresAt(), row.remembered(), replacement);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** What a token is that was shown. */
    private enum Use {
        /** The one in force. */
        CURRENT,
        /** The one that was in force a moment ago. */
        UNDER_WAY,
        /** The one before, whose replacement never came back, since the answer that brought it was lost. */
        NOT_REPLACED,
        /** One that was replaced, and whose replacement was used. */
        COPIED,
        /** No token of the session. */
        NONE
    }

    private record Held(Row row, SessionToken shown, Use use) {}

    /**
     * What is held of a session.
     *
     * @param id names the session
     * @param begunAt when the person signed in
     * @param usedOn the day on which it was used last
     * @param expiresAt when it ends
     * @param remembered whether they asked to stay signed in
     * @param device what they signed in with
     */
    public record HeldSession(
            String id, Instant begunAt, LocalDate usedOn, Instant expiresAt, boolean remembered, Device device) {

        static HeldSession of(Row row) {
            return new HeldSession(
                    row.id(), row.begunAt(), row.usedOn(), row.expiresAt(), row.remembered(), row.device());
        }
    }

    /**
     * A session that has just begun.
     *
     * @param token the secret that its holder shows; nowhere else
     * @param session the session
     */
    public record NewSession(String token, Session session) {

        /** Leaves the token out. */
        @Override
        public String toString() {
            return "NewSession[" + session + "]";
        }
    }
}
