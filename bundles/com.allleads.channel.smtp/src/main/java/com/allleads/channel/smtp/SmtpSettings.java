package com.allleads.channel.smtp;

import com.allleads.spi.party.PartyDeclaration;
import com.allleads.spi.party.PartyField;
import com.allleads.spi.party.PartyUse;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.IntSupplier;
import javax.mail.internet.AddressException;
import javax.mail.internet.InternetAddress;

/**
 * The checked configuration.
 *
 * @param host the server
 * @param port its port
 * @param security how the connection is protected
 * @param login who signs in, where the server asks for it
 * @param from whom mail is from
 * @param connections how many are open at most
 * @param declaration who runs the server
 */
record SmtpSettings(
        String host,
        int port,
        Security security,
        Optional<Login> login,
        InternetAddress from,
        int connections,
        PartyDeclaration declaration) {

    static final String PID = "com.allleads.channel.smtp";

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");
    /** Of each single step; a whole delivery is bounded by {@link SmtpChannel}. */
    private static final String STEP_MILLIS = "8000";

    /** How the connection is protected. */
    enum Security {
        STARTTLS,
        TLS,
        NONE
    }

    /** Who signs in at the server. */
    record Login(String user, String password) {

        /** Leaves the password out. */
        @Override
        public String toString() {
            return "Login[]";
        }
    }

    /**
     * Checks a configuration.
     *
     * @throws IllegalArgumentException naming the key that is wrong
     */
    static SmtpSettings of(SmtpConfiguration configuration) {
        String host = present("host", configuration.host());
        Security security = security(configuration.security());
        Optional<Login> login = login(configuration);
        if (login.isPresent() && security == Security.NONE && !THIS_MACHINE.contains(host)) {
            throw wrong("security", "must be starttls or tls where .user signs in");
        }
        return new SmtpSettings(
                host,
                between("port", configuration::port, 65_535),
                security,
                login,
                from(configuration.from()),
                between("connections", configuration::connections, 20),
                declaration(configuration, host));
    }

    /** What the mail library needs to know. */
    Properties forMail() {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.localhost", domain());
        properties.setProperty("mail.smtp.connectiontimeout", STEP_MILLIS);
        properties.setProperty("mail.smtp.timeout", STEP_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", STEP_MILLIS);
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.auth", String.valueOf(login.isPresent()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(security == Security.TLS));
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(security == Security.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(security == Security.STARTTLS));
        return properties;
    }

    /** The domain of the sender, by which the site names itself. */
    String domain() {
        return from.getAddress().substring(from.getAddress().indexOf('@') + 1);
    }

    private static PartyDeclaration declaration(SmtpConfiguration configuration, String host) {
        return new PartyDeclaration(
                "smtp",
                present("relay.legal.name", configuration.relay_legal_name()),
                configuration.relay_outside(),
                Set.of(PartyField.EMAIL, PartyField.NAME, PartyField.MESSAGE_TEXT, PartyField.REFERENCE),
                present("relay.retention", configuration.relay_retention()),
                Set.of(PartyUse.CARRY_OUT),
                policy(configuration.relay_policy()),
                List.of(host));
    }

    private static URI policy(String policy) {
        try {
            URI uri = URI.create(policy.strip());
            if (("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Refused below, with the key's name.
        }
        throw wrong("relay.policy", "must be an address that begins with https://");
    }

    private static Security security(String security) {
        return switch (security.strip().toLowerCase(Locale.ROOT)) {
            case "starttls" -> Security.STARTTLS;
            case "tls" -> Security.TLS;
            case "none" -> Security.NONE;
            default -> throw wrong("security", "must be starttls, tls or none");
        };
    }

    private static Optional<Login> login(SmtpConfiguration configuration) {
        return configuration._user().isBlank()
                ? Optional.empty()
                : Optional.of(new Login(configuration._user().strip(), configuration._password()));
    }

    private static InternetAddress from(String from) {
        try {
            InternetAddress address = new InternetAddress(from, true);
            if (address.getAddress().indexOf('@') > 0) {
                return address;
            }
        } catch (AddressException e) {
            // Refused below, with the key's name.
        }
        throw wrong("from", "must be one email address, with or without a name");
    }

    private static String present(String key, String value) {
        if (value.isBlank()) {
            throw wrong(key, "must not be empty");
        }
        return value.strip();
    }

    /** Configurations are converted only when they are read, and that failure does not say what was read. */
    private static int between(String key, IntSupplier configured, int most) {
        int value;
        try {
            value = configured.getAsInt();
        } catch (RuntimeException e) {
            throw wrong(key, "must be a whole number");
        }
        if (value < 1 || value > most) {
            throw wrong(key, "= " + value + ": must be 1 to " + most);
        }
        return value;
    }

    private static IllegalArgumentException wrong(String key, String rule) {
        return new IllegalArgumentException(PID + ".cfg: " + key + " " + rule);
    }
}
