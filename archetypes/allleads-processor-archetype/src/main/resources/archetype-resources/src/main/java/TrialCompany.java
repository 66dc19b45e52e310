package ${package};

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.joda.money.Money;

/**
 * A company in miniature, to try the processor with: a file with a line for all money that moved. The file is read for every
 * question, which stays right when a newer version of the bundle writes to it too.
 */
final class TrialCompany implements Company {

    static final String GOOD = "trial_good";
    static final String DECLINED = "trial_declined";
    static final String SLOW = "trial_slow";
    static final String SILENT = "trial_silent";
    static final String LOST = "trial_lost";

    private static final Duration SLOWNESS = Duration.ofMillis(500);
    /** One lock for all versions of this bundle that run in this process: a string literal is the same object in all. */
    private static final Object LOCK = "${package}.TrialCompany";

    private final Path book;

    /** With its book in a folder, which is made where there is none. */
    TrialCompany(Path folder) throws IOException {
        book = Files.createDirectories(folder).resolve("book.txt");
    }

    @Override
    public boolean knows(String token) {
        return List.of(GOOD, DECLINED, SLOW, SILENT, LOST).contains(token);
    }

    @Override
    public boolean take(String key, String token, Money amount) throws IOException {
        switch (token) {
            case SLOW -> LockSupport.parkNanos(SLOWNESS.toNanos());
            case LOST -> throw new IOException("the request got lost");
            case GOOD, SILENT -> {
                // They are charged at once.
            }
            default -> {
                return false;
            }
        }
        synchronized (LOCK) {
            write("taken " + key + " ", key + " " + amount);
        }
        if (token.equals(SILENT)) {
            throw new IOException("the answer did not come in time");
        }
        return true;
    }

    @Override
    public boolean hasTaken(String key) throws IOException {
        synchronized (LOCK) {
            return lines().stream().anyMatch(line -> line.startsWith("taken " + key + " "));
        }
    }

    @Override
    public boolean giveBack(String key, String chargeKey, Money amount) throws IOException {
        synchronized (LOCK) {
            String given = "given " + key + " ";
            List<String> lines = lines();
            if (lines.stream().anyMatch(line -> line.startsWith(given))) {
                return true;
            }
            if (!covers(lines, chargeKey, amount)) {
                return false;
            }
            write(given, key + " " + chargeKey + " " + amount);
            return true;
        }
    }

    private static boolean covers(List<String> lines, String chargeKey, Money amount) {
        Money left = Money.zero(amount.getCurrencyUnit());
        for (String line : lines) {
            String[] words = line.split(" ");
            boolean taken = words[0].equals("taken") && words[1].equals(chargeKey);
            boolean given = words[0].equals("given") && words[2].equals(chargeKey);
            if (taken || given) {
                Money moved = Money.parse(words[words.length - 2] + " " + words[words.length - 1]);
                if (!moved.isSameCurrency(amount)) {
                    return false;
                }
                left = taken ? left.plus(moved) : left.minus(moved);
            }
        }
        return !amount.isGreaterThan(left);
    }

    /** What the book says; a line that a crash tore has no end and does not count. */
    private List<String> lines() throws IOException {
        String text = Files.exists(book) ? Files.readString(book) : "";
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    /** Adds a line unless one begins like it; it is on the disk when this returns. */
    private void write(String beginning, String rest) throws IOException {
        List<String> lines = lines();
        if (lines.stream().anyMatch(line -> line.startsWith(beginning))) {
            return;
        }
        long end = lines.stream().mapToLong(line -> line.getBytes(UTF_8).length + 1).sum();
        try (RandomAccessFile file = new RandomAccessFile(book.toFile(), "rw")) {
            file.setLength(end);
            file.seek(end);
            file.write((beginning.substring(0, beginning.indexOf(' ') + 1) + rest + "\n").getBytes(UTF_8));
            file.getFD().sync();
        }
    }
}
