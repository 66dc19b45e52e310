package com.allleads.vault.persons;

import com.allleads.api.person.PersonId;

/**
 * A value as it lies in the table.
 *
 * @param person whose
 * @param field which field
 * @param point the collection point that asked for it
 * @param envelope the encrypted value
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are carried, never compared
public record StoredValue(PersonId person, String field, String point, byte[] envelope) {}
