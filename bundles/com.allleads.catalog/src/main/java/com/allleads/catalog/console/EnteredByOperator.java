package com.allleads.catalog.console;

import com.allleads.api.console.AtConsole;
import com.allleads.catalog.OrderIds;
import java.util.UUID;

/** What an operator enters at the console. */
final class EnteredByOperator {

    private EnteredByOperator() {}

    /** The operator as orders name them. */
    static String actor() {
        return "operator " + AtConsole.operator();
    }

    /** The id of an order. */
    static UUID order(String id) {
        return OrderIds.read(id)
                .orElseThrow(() -> new IllegalArgumentException("ID: of an order, as in allleads:orders"));
    }
}
