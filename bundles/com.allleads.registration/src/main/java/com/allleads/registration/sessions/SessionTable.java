package com.allleads.registration.sessions;

import com.allleads.api.person.PersonId;
import com.allleads.api.registration.Device;
import com.allleads.api.store.GroupRead;
import com.allleads.api.store.Lookup;
import com.allleads.api.store.RememberingLookup;
import com.allleads.api.store.RowReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;

/** The rows of sessions. What changes or ends one goes through what remembers them, so that nobody finds it as it was. */
final class SessionTable {

    private static final String COLUMNS =
            "s.digest, s.id, s.person, s.begun_at, s.expires_at, s.used_day, s.remembered,"
                    + " s.device_browser, s.device_system, s.secret, s.previous_secret, s.replaced_at, s.shown";

    private final Jdbi jdbi;
    private final RememberingLookup<String, Row> signedIn;

    /**
     * @param groupRead since every request of everybody who is signed in asks for its session
     */
    SessionTable(Jdbi jdbi, GroupRead groupRead) {
        this.jdbi = jdbi;
        Lookup<String, Row> stored = groupRead.lookup(
                "SELECT " + COLUMNS + " FROM registration_session s"
                        + " JOIN registration_account a ON a.person = s.person"
                        + " WHERE a.status = 'ACTIVE' AND s.digest IN",
                row -> new RowReader.Row<>(row.getString("digest"), row(row)));
        // Where the token is replaced, an old row would make the new one look like a copied one.
        this.signedIn = groupRead.remembering(stored, row -> row.secret().isEmpty());
    }

    void insert(Row row) {
        jdbi.useHandle(handle -> handle.createUpdate("INSERT INTO registration_session (digest, id, person, begun_at,"
                        + " expires_at, used_day, remembered, device_browser, device_system, secret, replaced_at, shown)"
                        + " VALUES (:digest, :id, :person, :begun, :expires, :day, :remembered, :browser, :system, :secret,"
                        + " :begun, :shown)")
                .bind("digest", row.digest())
                .bind("id", row.id())
                .bind("person", row.person().toString())
                .bind("begun", row.begunAt().toEpochMilli())
                .bind("expires", row.expiresAt().toEpochMilli())
                .bind("day", row.usedOn().toEpochDay())
                .bind("remembered", row.remembered())
                .bind("browser", row.device().browser().name())
                .bind("system", row.device().system().name())
                .bind("secret", row.secret().orElse(null))
                .bind("shown", row.shown())
                .execute());
    }

    /** A session that has not expired, of an account that may sign in. */
    Optional<Row> find(String digest, Instant now) {
        return signedIn.find(digest).filter(row -> row.expiresAt().isAfter(now));
    }

    /** The sessions of a person that have not expired, the one that began last first. */
    List<Row> of(PersonId person, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT " + COLUMNS + " FROM registration_session s"
                        + " WHERE s.person = :person AND s.expires_at > :now ORDER BY s.begun_at DESC, s.id")
                .bind("person", person.toString())
                .bind("now", now.toEpochMilli())
                .map((row, context) -> row(row))
                .list());
    }

    /** Every session that has not expired, one at a time. */
    void each(Instant now, Consumer<Row> look) {
        jdbi.useHandle(handle -> handle.createQuery(
                        "SELECT " + COLUMNS + " FROM registration_session s WHERE s.expires_at > :now")
                .bind("now", now.toEpochMilli())
                .map((row, context) -> row(row))
                .useStream(rows -> rows.forEach(look)));
    }

    /** Notes that a session was used on a day, and that its secret came back from a browser. */
    void noteUse(Row row, LocalDate day) {
        signedIn.changing(
                row.digest(),
                () -> jdbi.withHandle(
                        handle -> handle.createUpdate("UPDATE registration_session SET used_day = :day, shown = TRUE"
                                        + " WHERE digest = :digest AND replaced_at = :replaced")
                                .bind("day", day.toEpochDay())
                                .bind("digest", row.digest())
                                .bind("replaced", row.replacedAt().toEpochMilli())
                                .execute()));
    }

    /**
     * Replaces the secret of a session.
     *
     * @param shown the digest of the secret that the browser has until then
     * @param next the digest of the new one
     * @return false where another request was faster
     */
    boolean replace(Row row, String shown, String next, Instant now) {
        return signedIn.changing(
                        row.digest(),
                        () -> jdbi.withHandle(
                                handle -> handle.createUpdate("UPDATE registration_session SET secret = :next,"
                                                + " previous_secret = :shown, replaced_at = :now, shown = FALSE"
                                                + " WHERE digest = :digest AND secret = :secret")
                                        .bind("next", next)
                                        .bind("shown", shown)
                                        .bind("now", now.toEpochMilli())
                                        .bind("digest", row.digest())
                                        .bind("secret", row.secret().orElseThrow())
                                        .execute()))
                == 1;
    }

    /** Ends a session whose cookie was copied, and notes that its owner is to be told. */
    void endCopied(Row row, Instant now) {
        if (delete(row.digest())) {
            jdbi.useHandle(
                    handle -> handle.createUpdate("INSERT INTO registration_copied_session (id, person, noticed_at)"
                                    + " VALUES (:id, :person, :now)")
                            .bind("id", row.id())
                            .bind("person", row.person().toString())
                            .bind("now", now.toEpochMilli())
                            .execute());
        }
    }

    /** Sessions that ended because their cookie was copied, whose owners were not told yet. */
    List<Copied> copied(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT id, person FROM registration_copied_session FETCH FIRST :limit ROWS ONLY")
                .bind("limit", limit)
                .map((row, context) -> new Copied(row.getString(1), PersonId.parse(row.getString(2))))
                .list());
    }

    /** Notes that the owner was told. */
    void forgetCopied(String id) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM registration_copied_session WHERE id = :id")
                .bind("id", id)
                .execute());
    }

    boolean delete(String digest) {
        return signedIn.changing(
                        digest,
                        () -> jdbi.withHandle(
                                handle -> handle.createUpdate("DELETE FROM registration_session WHERE digest = :digest")
                                        .bind("digest", digest)
                                        .execute()))
                == 1;
    }

    boolean delete(PersonId person, String id) {
        return signedIn.changingMany(() -> jdbi.withHandle(handle -> handle.createUpdate(
                                "DELETE FROM registration_session WHERE person = :person AND id = :id")
                        .bind("person", person.toString())
                        .bind("id", id)
                        .execute()))
                == 1;
    }

    int deleteOthers(PersonId person, String id) {
        return signedIn.changingMany(() -> jdbi.withHandle(
                handle -> handle.createUpdate("DELETE FROM registration_session WHERE person = :person AND id <> :id")
                        .bind("person", person.toString())
                        .bind("id", id)
                        .execute()));
    }

    void deleteAll(PersonId person) {
        signedIn.changingMany(() -> deleteOf(person, "registration_session"));
        deleteOf(person, "registration_copied_session");
    }

    private int deleteOf(PersonId person, String table) {
        return jdbi.withHandle(handle -> handle.createUpdate("DELETE FROM " + table + " WHERE person = :person")
                .bind("person", person.toString())
                .execute());
    }

    void deleteExpired(Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM registration_session WHERE expires_at <= :now")
                .bind("now", now.toEpochMilli())
                .execute());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("digest"),
                row.getString("id"),
                PersonId.parse(row.getString("person")),
                Instant.ofEpochMilli(row.getLong("begun_at")),
                Instant.ofEpochMilli(row.getLong("expires_at")),
                LocalDate.ofEpochDay(row.getLong("used_day")),
                row.getBoolean("remembered"),
                new Device(
                        Device.Browser.valueOf(row.getString("device_browser")),
                        Device.Platform.valueOf(row.getString("device_system"))),
                Optional.ofNullable(row.getString("secret")),
                Optional.ofNullable(row.getString("previous_secret")),
                Instant.ofEpochMilli(row.getLong("replaced_at")),
                row.getBoolean("shown"));
    }

    /**
     * A session that ended because its cookie was copied.
     *
     * @param id the session
     * @param person whose
     */
    record Copied(String id, PersonId person) {}

    /**
     * A session as it is kept.
     *
     * @param digest of the part of the token that stays
     * @param id names it where the token must not stand
     * @param person whose
     * @param begunAt when they signed in
     * @param expiresAt when it ends
     * @param usedOn the day of its last use
     * @param remembered whether they asked to stay signed in
     * @param device what they signed in with
     * @param secret the digest of the part of the token that is replaced, where it is
     * @param previousSecret the one before
     * @param replacedAt when that was replaced
     * @param shown whether a browser showed the secret since
     */
    record Row(
            String digest,
            String id,
            PersonId person,
            Instant begunAt,
            Instant expiresAt,
            LocalDate usedOn,
            boolean remembered,
            Device device,
            Optional<String> secret,
            Optional<String> previousSecret,
            Instant replacedAt,
            boolean shown) {

        /** Leaves the digests out. */
        @Override
        public String toString() {
            return "Row[" + id + "]";
        }
    }
}
