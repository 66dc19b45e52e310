package com.allleads.api.store;

/** The database failed. The message holds no data. */
public class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what was tried, without data
     * @param cause what the database said
     */
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
