package com.allleads.vault.uses;

import com.allleads.api.person.PersonId;
import com.allleads.api.store.Batch;
import com.allleads.vault.persons.StoredValue;
import com.allleads.vault.persons.Values;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** In the place of the vault's class of this name: reads as many at a time, and writes nothing down. */
final class UseBatch implements Batch<NewUse, Optional<List<StoredValue>>> {

    UseBatch(String writer) {}

    @Override
    public List<Optional<List<StoredValue>>> write(Connection connection, List<NewUse> asked) throws SQLException {
        List<PersonId> people = new ArrayList<>();
        for (NewUse one : asked) {
            if (one instanceof NewUse.Asked reading) {
                people.add(reading.person());
            }
        }
        Map<PersonId, List<StoredValue>> held = people.isEmpty() ? Map.of() : Values.read(connection, people);
        List<Optional<List<StoredValue>>> answers = new ArrayList<>();
        for (NewUse one : asked) {
            answers.add(
                    one instanceof NewUse.Asked reading
                            ? Optional.ofNullable(held.get(reading.person())).map(reading::among)
                            : Optional.empty());
        }
        return answers;
    }
}
