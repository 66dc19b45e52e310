package com.allleads.itests.outside;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;
import org.awaitility.Awaitility;

/** The local mail folder, read as a mail program would. */
public final class Mail {

    private static final Pattern PIN = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

    private final Path folder;

    Mail(Path folder) {
        this.folder = folder;
    }

    /** The one-time PIN of the latest mail to an address that has one; waits for it. */
    public String pinFor(String address) {
        return Awaitility.await("a PIN for " + address)
                .atMost(30, TimeUnit.SECONDS)
                .until(() -> pins(address), pins -> !pins.isEmpty())
                .get(0);
    }

    /** The texts of the mails to an address. */
    public List<String> textsTo(String address) {
        try (Stream<Path> files = Files.list(folder.resolve("new"))) {
            return files.map(file -> textTo(address, file))
                    .flatMap(Optional::stream)
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> pins(String address) {
        return textsTo(address).stream()
                .map(PIN::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .toList();
    }

    private static Optional<String> textTo(String address, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
            InternetAddress to = (InternetAddress) message.getAllRecipients()[0];
            return to.getAddress().equalsIgnoreCase(address)
                    ? Optional.of(message.getContent().toString())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("not a mail: " + file.getFileName(), e);
        }
    }
}
