package com.allleads.itests.inside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The local mail folder. */
final class Mailbox {

    private static final Pattern PIN = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");
    private static final Path NEW = Path.of(System.getProperty("allleads.home"), "mail", "new");

    private Mailbox() {}

    /** Waits for a mail to this address and takes the PIN out of its text. */
    static String pinFor(String address) {
        AtomicReference<String> pin = new AtomicReference<>();
        Patience.until("a PIN arrives by mail", () -> {
            mails().stream()
                    .filter(mail -> mail.contains("To: " + address))
                    .map(Mailbox::pinIn)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(pin::set);
            return pin.get() == null ? Optional.of("no mail with a PIN in " + NEW) : Optional.empty();
        });
        return pin.get();
    }

    /** Past the header and outside of what separates the parts. */
    private static Optional<String> pinIn(String mail) {
        return mail.substring(mail.indexOf("\r\n\r\n") + 1)
                .lines()
                .filter(line -> !line.startsWith("--") && !line.startsWith("Content-"))
                .map(PIN::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
    }

    private static List<String> mails() {
        if (!Files.isDirectory(NEW)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(NEW)) {
            return files.map(Mailbox::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path mail) {
        try {
            return Files.readString(mail, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
