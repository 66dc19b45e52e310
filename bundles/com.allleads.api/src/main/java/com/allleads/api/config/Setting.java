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
     * A whole number within bounds: {@code between("pin.minutes", configuration::pin_minutes, 1, 60)}.
     *
     * @param configured reads the value: configurations are converted only when they are read, and that failure would not say
     *     what was read
     * @return the value
     * @throws InvalidConfigurationException where it is outside, or no number
     */
    public int between(String key, IntSupplier configured, int least, int most) {
        int value = number(key, configured);
        if (value < least || value > most) {
            throw new InvalidConfigurationException(pid, key, "= " + value + ": must be " + least + " to " + most);
        }
        return value;
    }

    private int number(String key, IntSupplier value) {
        try {
            return value.getAsInt();
        } catch (RuntimeException e) {
            throw new InvalidConfigurationException(pid, key, "must be a whole number");
        }
    }

    /**
     * A yes or no. It is configured as a text, for whatever is not {@code true} would be taken for no.
     *
     * @return the value
     * @throws InvalidConfigurationException where it is neither {@code true} nor {@code false}
     */
    public boolean yesOrNo(String key, String value) {
        return switch (present(key, value)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refuse(key, "must be true or false");
        };
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
