package com.allleads.billing.ledger;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Binds the parameters of a statement one after the other. */
final class Parameters {

    private final PreparedStatement statement;
    private int bound;

    Parameters(PreparedStatement statement) {
        this.statement = statement;
    }

    /** Binds the next one. */
    void add(Object value) throws SQLException {
        bound++;
        statement.setObject(bound, value);
    }
}
