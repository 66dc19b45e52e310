package com.allleads.api.config;

import java.util.function.IntSupplier;

/** Checks configuration values, so that every capability refuses a wrong one with the same kind of message. */
public final class Setting {

    private final String pid;

    private Setting(String pid) {
        this.pid = pid;
    }

    /** Checks values of the configuration with this pid. */
    public static Setting of(String pid) {
        return new Setting(pid);
    }

    /**
     * A whole number within bounds.
     *
     * @return the value
     * @throws InvalidConfigurationException where it is outside
     */
    public long between(String key, long value, long least, long most) {
        if (value < least || value > most) {
            throw new InvalidConfigurationException(pid, key, "= " + value + ": must be " + least + " to " + most);
        }
        return value;
    }

    /** {@link #between(String, long, long, long)} for int values. */
    public int between(String key, int value, int least, int most) {
        return (int) between(key, (long) value, least, most);
    }

    /**
     * The same, for a value that may be no number at all: {@code between("pin.minutes", configuration::pin_minutes, 1, 60)}.
     */
    public int between(String key, IntSupplier value, int least, int most) {
        return between(key, number(key, value), least, most);
    }

    /** Configurations are converted only when they are read, and the failure does not say what was read. */
    private int number(String key, IntSupplier value) {
        try {
            return value.getAsInt();
        } catch (RuntimeException e) {
            throw new InvalidConfigurationException(pid, key, "must be a whole number");
        }
    }

    /**
     * A text that is not blank.
     *
     * @return the value without surrounding space
     * @throws InvalidConfigurationException where it is blank
     */
    public String present(String key, String value) {
        if (value == null || value.isBlank()) {
            throw new InvalidConfigurationException(pid, key, "must not be empty");
        }
        return value.strip();
    }

    /** The exception for any other rule. */
    public InvalidConfigurationException refuse(String key, String rule) {
        return new InvalidConfigurationException(pid, key, rule);
    }
}
