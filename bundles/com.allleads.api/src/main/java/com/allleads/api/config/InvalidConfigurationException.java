package com.allleads.api.config;

/**
 * A configuration value that cannot be used. At activation it keeps the component from starting, and {@code /ready} shows
 * the message; at a change the component logs the message and keeps the settings that it had.
 */
public class InvalidConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param pid the configuration, as in {@code com.allleads.registration}
     * @param key the key in it
     * @param rule what the value must be, as in {@code must be 1 to 1440}
     */
    public InvalidConfigurationException(String pid, String key, String rule) {
        super(pid + ".cfg: " + key + " " + rule);
    }
}
