package com.allleads.vault.uses;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a use stands among a person's uses: by its time, and among those of one moment by where it is written. As a cursor it is
 * four numbers with dots between them.
 *
 * @param at when, in milliseconds
 * @param chain in which chain
 * @param batch in which batch of it
 * @param place where in that
 */
record Place(long at, int chain, long batch, int place) {

    /** Everything is before it. */
    static final Place BEHIND_ALL = new Place(Long.MAX_VALUE, 0, 0, 0);

    /** The columns of {@code vault_use u} come before the parameters {@code at}, {@code chain}, {@code batch}, {@code place}. */
    static final String IS_BEFORE = "u.used_at <= :at AND (u.used_at < :at OR u.chain < :chain OR (u.chain = :chain AND"
            + " (u.batch < :batch OR (u.batch = :batch AND u.place < :place))))";

    static final String NEWEST_FIRST = " ORDER BY u.used_at DESC, u.chain DESC, u.batch DESC, u.place DESC";

    private static final Pattern CURSOR =
            Pattern.compile("([0-9]{1,18})\\.([0-9]{1,9})\\.([0-9]{1,18})\\.([0-9]{1,9})");

    /** From a row that has these columns. */
    static Place of(ResultSet row) throws SQLException {
        return new Place(row.getLong("used_at"), row.getInt("chain"), row.getLong("batch"), row.getInt("place"));
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException where it is not that
     */
    static Place parse(String cursor) {
        Matcher parts = CURSOR.matcher(cursor);
        if (!parts.matches()) {
            throw new IllegalArgumentException("the cursor is not one that was given");
        }
        return new Place(
                Long.parseLong(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Long.parseLong(parts.group(3)),
                Integer.parseInt(parts.group(4)));
    }

    @Override
    public String toString() {
        return at + "." + chain + "." + batch + "." + place;
    }
}
