package com.allleads.payment.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.Money;

/**
 * Stands in for the company behind the processor: a file with a line of JSON for every charge that took money. With a real
 * company these would be calls over the network.
 *
 * <p>The file is read for every question, which is slow and simple, and stays right when a newer version of the bundle writes
 * to it too.
 */
final class ChargeBook {

    /** One lock for all versions of this bundle that run in this process: a string literal is the same object in all. */
    private static final Object LOCK = "com.allleads.payment.example.ChargeBook";

    private static final Pattern KEY = Pattern.compile("^\\{\"key\": \"([^\"]*)\"");

    private final Path file;

    /** The book in a folder, which is made where there is none. */
    ChargeBook(Path folder) throws IOException {
        this.file = Files.createDirectories(folder).resolve("charges.jsonl");
    }

    /** Writes a charge down, unless one with this key is there; returns when it is on the disk. */
    void chargeOnce(String key, String token, Money amount) throws IOException {
        synchronized (LOCK) {
            try (RandomAccessFile book = new RandomAccessFile(file.toFile(), "rw")) {
                if (!find(book, key)) {
                    String line =
                            "{\"key\": \"%s\", \"token\": \"%s\", \"amount\": \"%s\", \"currency\": \"%s\", \"at\": \"%s\"}%n"
                                    .formatted(key, token, amount.getAmount(), amount.getCurrencyUnit(), Instant.now());
                    book.write(line.getBytes(UTF_8));
                }
                book.getFD().sync();
            }
        }
    }

    /** Whether money was taken under this key. */
    boolean has(String key) throws IOException {
        synchronized (LOCK) {
            try (RandomAccessFile book = new RandomAccessFile(file.toFile(), "rw")) {
                boolean found = find(book, key);
                book.getFD().sync();
                return found;
            }
        }
    }

    /** Looks for a key and leaves the file at the end of its last whole line; what a crash left of another is cut off. */
    private static boolean find(RandomAccessFile book, String key) throws IOException {
        byte[] all = new byte[(int) book.length()];
        book.readFully(all);
        String text = new String(all, UTF_8);
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        book.setLength(whole.getBytes(UTF_8).length);
        book.seek(book.length());
        return whole.lines().anyMatch(line -> {
            Matcher matcher = KEY.matcher(line);
            return matcher.find() && matcher.group(1).equals(key);
        });
    }
}
