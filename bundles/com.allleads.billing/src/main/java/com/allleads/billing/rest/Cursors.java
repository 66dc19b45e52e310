package com.allleads.billing.rest;

import com.allleads.api.rest.Paging;
import java.util.Optional;

/** The cursors of billing's lists are numbers of rows. */
final class Cursors {

    private Cursors() {}

    /** The number in a cursor; 422 where it is none. */
    static Optional<Long> number(Paging paging) {
        return paging.cursor().map(cursor -> {
            if (!cursor.matches("[0-9]{1,18}")) {
                throw Paging.badCursor();
            }
            return Long.valueOf(cursor);
        });
    }
}
