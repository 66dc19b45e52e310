package ${package};

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * The trial company's book: a file with a line of words for everything that happened. It is read for every question, which is
 * slow and simple, and stays right when a newer version of the bundle writes to it too.
 */
final class TrialBook {

    /** One lock for all versions of this bundle that run in this process: a string literal is the same object in all. */
    private static final Object LOCK = "${package}.TrialBook";

    private final Path file;

    /** In a folder, which is made where there is none. */
    TrialBook(Path folder) throws IOException {
        file = Files.createDirectories(folder).resolve("book.txt");
    }

    /** Whether there is a line of a kind about a key. */
    boolean has(String kind, String key) throws IOException {
        synchronized (LOCK) {
            return lines().stream().anyMatch(line -> line.startsWith(kind + " " + key + " "));
        }
    }

    /** All lines of a kind, as words. */
    List<String[]> all(String kind) throws IOException {
        synchronized (LOCK) {
            return lines().stream()
                    .map(line -> line.split(" "))
                    .filter(words -> words[0].equals(kind))
                    .toList();
        }
    }

    /** Adds a line unless there is one of this kind about the key; whether it did. It is on the disk then. */
    boolean writeOnce(String kind, String key, Object... more) throws IOException {
        synchronized (LOCK) {
            if (has(kind, key)) {
                return false;
            }
            String rest = Stream.of(more).map(String::valueOf).collect(Collectors.joining(" "));
            write(kind + " " + key + " " + rest);
            return true;
        }
    }

    /** Gives back money of a charge, once for a refund's key, as far as it is left; whether that was done. */
    boolean giveBackOnce(String refundKey, String chargeKey, Money amount) throws IOException {
        synchronized (LOCK) {
            if (!has("given", refundKey)) {
                if (!isLeft(chargeKey, amount)) {
                    return false;
                }
                writeOnce("given", refundKey, chargeKey, amount);
            }
            return true;
        }
    }

    private boolean isLeft(String chargeKey, Money amount) throws IOException {
        Money left = Money.zero(amount.getCurrencyUnit());
        for (String line : lines()) {
            String[] words = line.split(" ");
            boolean taken = words[0].equals("taken") && words[1].equals(chargeKey);
            boolean given = words[0].equals("given") && words[2].equals(chargeKey);
            if (taken || given) {
                Money moved = amount(words);
                if (!moved.isSameCurrency(amount)) {
                    return false;
                }
                left = taken ? left.plus(moved) : left.minus(moved);
            }
        }
        return !amount.isGreaterThan(left);
    }

    /** The amount is the end of every line. */
    static Money amount(String[] words) {
        return Money.parse(words[words.length - 2] + " " + words[words.length - 1]);
    }

    /** What the book says; a line that a crash tore has no end and does not count. */
    private List<String> lines() throws IOException {
        String text = Files.exists(file) ? Files.readString(file) : "";
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    private void write(String line) throws IOException {
        long end = 0;
        for (String each : lines()) {
            end += each.getBytes(UTF_8).length + 1;
        }
        try (RandomAccessFile book = new RandomAccessFile(file.toFile(), "rw")) {
            book.setLength(end);
            book.seek(end);
            book.write((line + "\n").getBytes(UTF_8));
            book.getFD().sync();
        }
    }
}
