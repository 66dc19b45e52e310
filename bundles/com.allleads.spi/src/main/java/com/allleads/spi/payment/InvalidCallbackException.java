package com.allleads.spi.payment;

/** A call-back that is not authentic or cannot be read. Its message goes to the log: nothing personal, no secret. */
public class InvalidCallbackException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what is wrong, without any content of the call-back
     */
    public InvalidCallbackException(String message) {
        super(message);
    }
}
