package com.allleads.vault.keys;

import com.allleads.api.person.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A person's key as it lies in the key store.
 *
 * @param person whose
 * @param wrapped encrypted with a master key
 * @param generation which one; empty where an older version of the platform wrote it
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are carried, never compared
record WrappedKey(PersonId person, byte[] wrapped, Optional<Integer> generation) {

    static WrappedKey of(ResultSet row) throws SQLException {
        return new WrappedKey(
                PersonId.parse(row.getString("person")),
                row.getBytes("wrapped"),
                Optional.ofNullable(row.getObject("generation", Integer.class)));
    }
}
