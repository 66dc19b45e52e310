package com.allleads.vault.retention;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a sweep did.
 *
 * @param id its number
 * @param startedAt when it began
 * @param startedBy the operator who began it, or {@code schedule}
 * @param people how many people's data it looked through
 * @param erased how many people were erased, as nothing of theirs was left and their account is closed
 * @param endedAt when it was through; empty where it still goes on or was cut off
 * @param fields what became of each field of which something was due
 */
public record SweepReport(
        long id,
        Instant startedAt,
        String startedBy,
        long people,
        long erased,
        Optional<Instant> endedAt,
        List<FieldResult> fields) {

    /**
     * What became of a field.
     *
     * @param field which field
     * @param due of how many people the time had run out by one rule at least
     * @param deleted of how many of them it was deleted
     * @param kept of how many it stays
     * @param why why it stays, where it does
     */
    public record FieldResult(String field, long due, long deleted, long kept, Optional<String> why) {}
}
