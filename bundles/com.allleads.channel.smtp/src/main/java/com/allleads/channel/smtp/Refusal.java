package com.allleads.channel.smtp;

import com.allleads.spi.channel.Delivery;
import com.sun.mail.smtp.SMTPAddressFailedException;
import com.sun.mail.smtp.SMTPSendFailedException;
import com.sun.mail.smtp.SMTPSenderFailedException;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;
import javax.mail.AuthenticationFailedException;
import javax.mail.MessagingException;

/**
 * What a failure means for the message. The server's words are left out, as many servers repeat the address in them; its
 * code says enough.
 */
final class Refusal {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration AFTER_A_HAND = Duration.ofMinutes(1);
    private static final int PERMANENT = 500;

    private Refusal() {}

    static Delivery meaning(MessagingException failure) {
        if (failure instanceof AuthenticationFailedException) {
            // Nothing is wrong with the message; it waits until the configuration is put right.
            return new Delivery.Later("the server refused to let us sign in", AFTER_A_HAND);
        }
        OptionalInt code = code(failure);
        if (code.isEmpty()) {
            return new Delivery.Later("the server could not be reached" + cause(failure), SOON);
        }
        String reason = "the server answered " + code.getAsInt();
        return isAboutUs(code.getAsInt()) || code.getAsInt() < PERMANENT
                ? new Delivery.Later(reason, isAboutUs(code.getAsInt()) ? AFTER_A_HAND : SOON)
                : new Delivery.Rejected(reason);
    }

    /** Sign-in missing, too weak or in need of encryption: of us, not of the message. */
    private static boolean isAboutUs(int code) {
        return code == 530 || code == 534 || code == 535 || code == 538;
    }

    /** The answer about the one recipient says more than that about the whole, which stands around it. */
    private static OptionalInt code(MessagingException failure) {
        OptionalInt code = OptionalInt.empty();
        for (Exception e = failure; e instanceof MessagingException; e = ((MessagingException) e).getNextException()) {
            if (e instanceof SMTPAddressFailedException address) {
                return OptionalInt.of(address.getReturnCode());
            } else if (e instanceof SMTPSenderFailedException sender) {
                return OptionalInt.of(sender.getReturnCode());
            } else if (e instanceof SMTPSendFailedException send && send.getReturnCode() > 0) {
                code = OptionalInt.of(send.getReturnCode());
            }
        }
        return code;
    }

    private static String cause(MessagingException failure) {
        Exception last = failure;
        while (last instanceof MessagingException && ((MessagingException) last).getNextException() != null) {
            last = ((MessagingException) last).getNextException();
        }
        return last instanceof IOException ? ": " + last.getClass().getSimpleName() : "";
    }
}
