package com.allleads.billing.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What else a transaction writes, and whether it may be made at all: in the same database transaction, or not at all. */
@FunctionalInterface
public interface Guard {

    /** Nothing else is written. */
    Guard NONE = (connection, legs) -> true;

    /**
     * Writes what belongs to the transaction. Called after it was found that the transaction is new and the balance large
     * enough.
     *
     * @param connection in the database transaction
     * @param legs what the transaction does to each account
     * @return false where the transaction must not be made; then nothing may have been written
     */
    boolean allows(Connection connection, List<Leg> legs) throws SQLException;
}
