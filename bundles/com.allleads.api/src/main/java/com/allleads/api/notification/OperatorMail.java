package com.allleads.api.notification;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Mail to those who run the site, at an address from the configuration: alarms and reports. Nothing is stored and nothing tried
 * again, so that whoever sends notes what is owed and asks again until it was taken. Safe for use by many threads; waits for the
 * channel, half a minute at most, so never in a transaction.
 */
@ProviderType
public interface OperatorMail {

    /**
     * Hands a message to the mail channel.
     *
     * @param id of the message; a channel that was handed one before need not send it again
     * @param address to whom
     * @param subject one line
     * @param text plain text; nothing personal
     * @return whether the channel took it; else it is to be tried again later
     */
    boolean send(String id, String address, String subject, String text);
}
