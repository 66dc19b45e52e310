package com.allleads.channel.maildir;

import com.allleads.spi.channel.ChannelKind;
import com.allleads.spi.channel.ChannelMessage;
import com.allleads.spi.channel.Delivery;
import com.allleads.spi.channel.MessageChannel;
import com.allleads.spi.party.PartyDeclaration;
import com.allleads.spi.party.PartyField;
import com.allleads.spi.party.PartyUse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.mail.MessagingException;
import javax.mail.internet.AddressException;
import javax.mail.internet.InternetAddress;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes mail to a Maildir. Everything stays on this machine. */
@Component(service = MessageChannel.class, configurationPid = MaildirChannel.PID)
@Designate(ocd = MaildirConfiguration.class)
public final class MaildirChannel implements MessageChannel {

    static final String PID = "com.allleads.channel.maildir";

    private static final Logger LOG = LoggerFactory.getLogger(MaildirChannel.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private static final PartyDeclaration DECLARATION = new PartyDeclaration(
            "maildir",
            "The site itself",
            false,
            Set.of(PartyField.EMAIL, PartyField.NAME, PartyField.MESSAGE_TEXT, PartyField.REFERENCE),
            "Mail stays in a folder of the site's own machine until it is read and removed there.",
            Set.of(PartyUse.CARRY_OUT),
            URI.create("/privacy"),
            List.of());

    private volatile Settings settings;

    /**
     * @throws IllegalArgumentException where the configuration is wrong, naming the key
     * @throws IOException where the folder cannot be made
     */
    @Activate
    public MaildirChannel(MaildirConfiguration configuration) throws IOException {
        this.settings = Settings.of(configuration);
    }

    @Modified
    void modified(MaildirConfiguration configuration) {
        try {
            settings = Settings.of(configuration);
        } catch (IllegalArgumentException | IOException e) {
            LOG.error("{}; the settings stay as they were", e.getMessage());
        }
    }

    @Override
    public PartyDeclaration declaration() {
        return DECLARATION;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.EMAIL;
    }

    @Override
    public Delivery deliver(ChannelMessage message) {
        if (!FILE_NAME.matcher(message.id()).matches()) {
            return new Delivery.Rejected("the message's id cannot be the name of a file");
        }
        Settings now = settings;
        try {
            now.maildir().store(message.id() + ".allleads", Letter.of(message, now.from()));
            return new Delivery.Accepted(message.id());
        } catch (MessagingException e) {
            return new Delivery.Rejected("the address or the text has no form as a mail");
        } catch (IOException e) {
            return new Delivery.Later(
                    "the mail folder cannot be written: " + e.getClass().getSimpleName(), PAUSE);
        }
    }

    private record Settings(Maildir maildir, InternetAddress from) {

        static Settings of(MaildirConfiguration configuration) throws IOException {
            return new Settings(Maildir.in(folder(configuration.folder())), from(configuration.from()));
        }

        private static Path folder(String folder) {
            try {
                if (!folder.isBlank()) {
                    return Path.of(System.getProperty("karaf.base", "."))
                            .resolve(folder.strip())
                            .toAbsolutePath();
                }
            } catch (InvalidPathException e) {
                // Refused below, with the key's name.
            }
            throw new IllegalArgumentException(PID + ".cfg: folder must be the path of a folder");
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
            throw new IllegalArgumentException(PID + ".cfg: from must be one email address, with or without a name");
        }
    }
}
