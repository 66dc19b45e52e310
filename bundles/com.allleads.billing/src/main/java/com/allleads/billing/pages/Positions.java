package com.allleads.billing.pages;

import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Paging;
import java.util.Optional;

/** Where a list goes on. */
public final class Positions {

    private Positions() {}

    /**
     * The number in the parameter {@code cursor}; empty where there is none.
     *
     * @throws com.allleads.api.rest.ProblemException where it is no cursor
     */
    public static Optional<Long> cursor(PageRequest request) {
        return request.parameter("cursor").map(text -> {
            if (!text.matches("[1-9][0-9]{0,17}")) {
                throw Paging.badCursor();
            }
            return Long.parseLong(text);
        });
    }
}
