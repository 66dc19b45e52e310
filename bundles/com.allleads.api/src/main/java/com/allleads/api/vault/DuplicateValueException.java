package com.allleads.api.vault;

/** Another person has this value, which must be one person's alone. The value is not in the message. */
public class DuplicateValueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param field the field
     */
    public DuplicateValueException(Field field) {
        super("another person has this " + field);
    }
}
