package com.allleads.registration;

import com.allleads.api.person.PersonId;
import com.allleads.api.registration.Accounts.Status;
import com.allleads.api.store.GroupRead;
import com.allleads.api.store.InChunks;
import com.allleads.api.store.Lookup;
import com.allleads.api.store.RememberingLookup;
import com.allleads.api.store.RowReader;
import com.allleads.api.store.StoreException;
import com.allleads.registration.RegistrationSettings.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The accounts in the database. Writes join the caller's transaction where there is one. */
@Component(service = AccountTable.class)
public final class AccountTable {

    /** What stands in place of a hash after erasure: no password matches it. */
    public static final String NO_PASSWORD = "erased";
    /** What stands there while a registration that was never verified is being erased. */
    public static final String FORGETTING = "forgetting";

    private final Jdbi jdbi;
    private final Lookup<String, Status> statuses;
    private final RememberingLookup<String, Status> active;

    /**
     * @param groupRead since every message that is sent asks for a status
     */
    @Activate
    public AccountTable(
            @Reference(target = "(schema=com.allleads.registration)") Jdbi jdbi, @Reference GroupRead groupRead) {
        this.jdbi = jdbi;
        this.statuses = groupRead.lookup(
                "SELECT person, status FROM registration_account WHERE person IN",
                row -> new RowReader.Row<>(row.getString(1), Status.valueOf(row.getString(2))));
        this.active = groupRead.remembering(statuses, Status.ACTIVE::equals);
    }

    void insert(PersonId person, String passwordHash, Language language) {
        long now = Instant.now().toEpochMilli();
        jdbi.useHandle(handle -> handle.createUpdate("INSERT INTO registration_account"
                        + " (person, status, password_hash, language, registered_at, reviewed_at, review_offered_at)"
                        + " VALUES (:person, :status, :hash, :language, :now, :now, :now)")
                .bind("person", person.toString())
                .bind("status", Status.UNVERIFIED.name())
                .bind("hash", passwordHash)
                .bind("language", language.tag())
                .bind("now", now)
                .execute());
    }

    /** The tag of the language in which messages to a person are written. */
    String language(PersonId person) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT language FROM registration_account WHERE person = :person")
                        .bind("person", person.toString())
                        .mapTo(String.class)
                        .findOne()
                        .orElse(Language.ENGLISH.tag()));
    }

    Optional<Status> status(PersonId person) {
        return statuses.find(person.toString());
    }

    /** Whether an account is active, or was a moment ago, see {@link RememberingLookup}. */
    boolean active(PersonId person) {
        return active.find(person.toString()).filter(Status.ACTIVE::equals).isPresent();
    }

    Optional<Account> find(PersonId person) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT person, status, password_hash, registered_at,"
                        + " activated_at, deactivated_at, reviewed_at, signed_in_at, locked_until"
                        + " FROM registration_account WHERE person = :person")
                .bind("person", person.toString())
                .map(AccountTable::account)
                .findOne());
    }

    Set<PersonId> among(Collection<PersonId> people) {
        return among(people, "");
    }

    /** Those among the people whose account has this status; not more than a query can hold. */
    Set<PersonId> among(Collection<PersonId> people, Status status) {
        return among(people, " AND status = '" + status + "'");
    }

    private Set<PersonId> among(Collection<PersonId> people, String condition) {
        if (people.isEmpty()) {
            return Set.of();
        }
        return jdbi.withHandle(handle -> new HashSet<>(handle.createQuery(
                        "SELECT person FROM registration_account WHERE person IN (<people>)" + condition)
                .bindList("people", people.stream().map(PersonId::toString).toList())
                .map((row, context) -> PersonId.parse(row.getString(1)))
                .list()));
    }

    /** Active accounts in the order of their people, behind one of them. */
    List<PersonId> active(Optional<PersonId> after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT person FROM registration_account"
                        + " WHERE person > :after AND status = :active ORDER BY person FETCH FIRST :limit ROWS ONLY")
                .bind("after", after.map(PersonId::toString).orElse(""))
                .bind("active", Status.ACTIVE.name())
                .bind("limit", limit)
                .map((row, context) -> PersonId.parse(row.getString(1)))
                .list());
    }

    /**
     * Those of them that were active at a time. Where that was not noted, as by a node of an older version, the account counts as
     * active from its registration on.
     */
    List<PersonId> activeSince(Instant since, Optional<PersonId> after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT person FROM registration_account"
                        + " WHERE person > :after AND status = :active AND COALESCE(activated_at, registered_at) <= :since"
                        + " ORDER BY person FETCH FIRST :limit ROWS ONLY")
                .bind("after", after.map(PersonId::toString).orElse(""))
                .bind("active", Status.ACTIVE.name())
                .bind("since", since.toEpochMilli())
                .bind("limit", limit)
                .map((row, context) -> PersonId.parse(row.getString(1)))
                .list());
    }

    long count(Status status) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT COUNT(*) FROM registration_account WHERE status = :status")
                        .bind("status", status.name())
                        .mapTo(Long.class)
                        .one());
    }

    /** When people registered. */
    Map<PersonId, Instant> registeredAt(Collection<PersonId> people) {
        return column("registered_at", people, row -> Instant.ofEpochMilli(row.getLong(2)));
    }

    /** When people deactivated their accounts. */
    Map<PersonId, Instant> deactivatedAt(Collection<PersonId> people) {
        return column("deactivated_at", people, row -> Instant.ofEpochMilli(row.getLong(2)));
    }

    /** The tags of people's languages. */
    Map<PersonId, String> languages(Collection<PersonId> people) {
        return column("language", people, row -> row.getString(2));
    }

    /** What a column says of each of the people; those are left out of whom it says nothing. */
    private <V> Map<PersonId, V> column(String name, Collection<PersonId> people, Column<V> column) {
        try (Handle handle = jdbi.open()) {
            return InChunks.byKey(
                    handle.getConnection(),
                    "SELECT person, " + name + " FROM registration_account WHERE " + name
                            + " IS NOT NULL AND person IN",
                    people.stream().map(PersonId::toString).toList(),
                    row -> new RowReader.Row<>(PersonId.parse(row.getString(1)), column.read(row)));
        } catch (SQLException e) {
            throw new StoreException("accounts could not be read", e);
        }
    }

    /**
     * Makes an account active whose PIN was entered.
     *
     * @return false where it was not waiting for that
     */
    boolean activate(PersonId person, Instant at) {
        return move(person, Status.UNVERIFIED, Status.ACTIVE, "activated_at", at);
    }

    /**
     * Deactivates an active account.
     *
     * @return false where it was not active
     */
    boolean deactivate(PersonId person, Instant at) {
        return move(person, Status.ACTIVE, Status.DEACTIVATED, "deactivated_at", at);
    }

    private <T> T change(PersonId person, HandleCallback<T, RuntimeException> write) {
        return active.changing(person.toString(), () -> jdbi.withHandle(write));
    }

    private boolean move(PersonId person, Status from, Status to, String noted, Instant at) {
        return change(person, handle -> handle.createUpdate("UPDATE registration_account SET status = :to, " + noted
                                + " = :at WHERE person = :person AND status = :from")
                        .bind("person", person.toString())
                        .bind("from", from.name())
                        .bind("to", to.name())
                        .bind("at", at.toEpochMilli())
                        .execute())
                == 1;
    }

    /** Counts a wrong password; one too many locks the account for a while. */
    void countFailure(PersonId person, Values settings) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("UPDATE registration_account SET failed_sign_ins = failed_sign_ins + 1"
                            + " WHERE person = :person")
                    .bind("person", person.toString())
                    .execute();
            handle.createUpdate("UPDATE registration_account SET failed_sign_ins = 0, locked_until = :until"
                            + " WHERE person = :person AND failed_sign_ins >= :most")
                    .bind("person", person.toString())
                    .bind("until", Instant.now().plus(settings.passwordLock()).toEpochMilli())
                    .bind("most", settings.passwordTries())
                    .execute();
        });
    }

    /** Notes a sign-in, and whether contact data was offered for review with it. */
    void noteSignIn(PersonId person, boolean reviewOffered) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE registration_account SET failed_sign_ins = 0,"
                        + " signed_in_at = :now"
                        + (reviewOffered ? ", review_offered_at = :now" : "")
                        + " WHERE person = :person")
                .bind("person", person.toString())
                .bind("now", Instant.now().toEpochMilli())
                .execute());
    }

    void noteReview(PersonId person) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE registration_account SET reviewed_at = :now WHERE person = :person")
                .bind("person", person.toString())
                .bind("now", Instant.now().toEpochMilli())
                .execute());
    }

    /** Active accounts whose contact data was neither reviewed nor offered for review since a time. */
    List<PersonId> neverOffered(Instant since, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT person FROM registration_account"
                        + " WHERE status = :active AND reviewed_at < :since AND review_offered_at < :since"
                        + " FETCH FIRST :limit ROWS ONLY")
                .bind("active", Status.ACTIVE.name())
                .bind("since", since.toEpochMilli())
                .bind("limit", limit)
                .map((row, context) -> PersonId.parse(row.getString(1)))
                .list());
    }

    /**
     * Notes that contact data is offered for review.
     *
     * @return false where it was offered since that time already
     */
    boolean offerReview(PersonId person, Instant since) {
        return jdbi.withHandle(handle -> handle.createUpdate("UPDATE registration_account SET review_offered_at = :now"
                                + " WHERE person = :person AND status = :active AND review_offered_at < :since")
                        .bind("now", Instant.now().toEpochMilli())
                        .bind("person", person.toString())
                        .bind("active", Status.ACTIVE.name())
                        .bind("since", since.toEpochMilli())
                        .execute())
                == 1;
    }

    /** Registrations from before a time that were never verified, and those that are being forgotten already. */
    List<PersonId> toForget(Instant registeredBefore, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT person FROM registration_account"
                        + " WHERE (status = :unverified AND registered_at < :before) OR password_hash = :forgetting"
                        + " FETCH FIRST :limit ROWS ONLY")
                .bind("unverified", Status.UNVERIFIED.name())
                .bind("before", registeredBefore.toEpochMilli())
                .bind("forgetting", FORGETTING)
                .bind("limit", limit)
                .map((row, context) -> PersonId.parse(row.getString(1)))
                .list());
    }

    /**
     * Shuts a registration that was never verified, so that nobody can verify it while it is erased.
     *
     * @return false where it was verified in the meantime
     */
    boolean forgetting(PersonId person) {
        return change(person, handle -> handle.createUpdate("UPDATE registration_account SET status = :deactivated,"
                                + " deactivated_at = COALESCE(deactivated_at, :now), password_hash = :forgetting"
                                + " WHERE person = :person"
                                + " AND (status = :unverified OR password_hash = :forgetting)")
                        .bind("deactivated", Status.DEACTIVATED.name())
                        .bind("forgetting", FORGETTING)
                        .bind("now", Instant.now().toEpochMilli())
                        .bind("person", person.toString())
                        .bind("unverified", Status.UNVERIFIED.name())
                        .execute())
                == 1;
    }

    /** Closes the account of a person who was erased. */
    void close(PersonId person) {
        change(person, handle -> handle.createUpdate("UPDATE registration_account SET status = :status,"
                        + " deactivated_at = COALESCE(deactivated_at, :now), password_hash = :none"
                        + " WHERE person = :person")
                .bind("person", person.toString())
                .bind("now", Instant.now().toEpochMilli())
                .bind("status", Status.DEACTIVATED.name())
                .bind("none", NO_PASSWORD)
                .execute());
    }

    private static Account account(ResultSet row, StatementContext context) throws SQLException {
        return new Account(
                PersonId.parse(row.getString("person")),
                Status.valueOf(row.getString("status")),
                row.getString("password_hash"),
                Instant.ofEpochMilli(row.getLong("registered_at")),
                time(row, "activated_at"),
                time(row, "deactivated_at"),
                Instant.ofEpochMilli(row.getLong("reviewed_at")),
                time(row, "signed_in_at"),
                Instant.ofEpochMilli(row.getLong("locked_until")));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class)).map(Instant::ofEpochMilli);
    }

    /** Reads the second column of a row. */
    @FunctionalInterface
    private interface Column<V> {
        V read(ResultSet row) throws SQLException;
    }
}
