package com.allleads.vault.uses;

import com.allleads.api.person.PersonId;
import com.allleads.api.store.Batch;
import com.allleads.vault.persons.StoredValue;
import com.allleads.vault.persons.Values;
import com.allleads.vault.uses.UseStatements.Head;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a batch of uses as the next link of this writer's chain. The chain's end is locked, so that two processes that write
 * under one name take turns; where nobody else wrote since the last batch, that costs nothing. Each is answered with the values
 * that it asked for; empty where there is no such person, or where it asked for none.
 */
final class UseBatch implements Batch<NewUse, Optional<List<StoredValue>>> {

    private final String writer;
    private final TermsNumbers terms = new TermsNumbers();
    /** Where the last batch left the chain. It may not be there: that batch may not have been committed. */
    private Optional<Head> left = Optional.empty();

    UseBatch(String writer) {
        this.writer = writer;
    }

    @Override
    public List<Optional<List<StoredValue>>> write(Connection connection, List<NewUse> asked) throws SQLException {
        UseStatements statements = UseStatements.on(connection);
        Optional<Head> remembered = left;
        // Unless it comes to its end: what was begun is taken back.
        left = Optional.empty();
        Head head = remembered.isPresent() && statements.finds()
                ? remembered.get()
                : lock(connection, statements, remembered);
        Map<PersonId, List<StoredValue>> held = held(connection, asked);
        List<RecordedUse> uses = new ArrayList<>(asked.size());
        List<Optional<List<StoredValue>>> answers = new ArrayList<>(asked.size());
        for (NewUse one : asked) {
            if (one instanceof NewUse.Asked reading) {
                Optional<List<StoredValue>> values =
                        Optional.ofNullable(held.get(reading.person())).map(reading::among);
                values.flatMap(reading::of).ifPresent(uses::add);
                answers.add(values);
            } else if (one instanceof NewUse.Known known) {
                uses.add(known.use());
                answers.add(Optional.empty());
            }
        }
        left = Optional.of(uses.isEmpty() ? head : write(connection, statements, head, uses));
        return answers;
    }

    /** Where the chain ends afterwards. */
    private Head write(Connection connection, UseStatements statements, Head head, List<RecordedUse> uses)
            throws SQLException {
        byte[] hash = hash(head, uses);
        if (statements.write(head, uses, terms.of(connection, uses), hash)) {
            return head.after(hash);
        }
        Head locked = lock(connection, statements, Optional.empty());
        byte[] anew = hash(locked, uses);
        if (!statements.write(locked, uses, terms.of(connection, uses), anew)) {
            throw new SQLException("the chain of uses of " + writer + " moved while it was locked");
        }
        return locked.after(anew);
    }

    private byte[] hash(Head head, List<RecordedUse> uses) {
        return Link.hash(head.hash(), writer, head.batch(), uses);
    }

    private static Map<PersonId, List<StoredValue>> held(Connection connection, List<NewUse> asked)
            throws SQLException {
        List<PersonId> people = new ArrayList<>();
        for (NewUse one : asked) {
            if (one instanceof NewUse.Asked reading) {
                people.add(reading.person());
            }
        }
        return people.isEmpty() ? Map.of() : Values.read(connection, people);
    }

    /** What was remembered beside a chain's end holds no longer where it ends elsewhere. */
    private Head lock(Connection connection, UseStatements statements, Optional<Head> remembered) throws SQLException {
        Head head = lock(connection, statements);
        if (remembered.filter(head::isWhere).isEmpty()) {
            terms.forget();
        }
        return head;
    }

    private Head lock(Connection connection, UseStatements statements) throws SQLException {
        Optional<Head> head = statements.lock(writer);
        if (head.isEmpty()) {
            begin(connection);
            head = statements.lock(writer);
        }
        return head.orElseThrow(() -> new SQLException("the chain of uses of " + writer + " is missing"));
    }

    private void begin(Connection connection) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO vault_use_chain (writer, batches, head) VALUES (?, 0, ?)")) {
            insert.setString(1, writer);
            insert.setBytes(2, Link.beginning());
            insert.executeUpdate();
        }
    }
}
