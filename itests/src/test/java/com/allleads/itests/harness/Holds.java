package com.allleads.itests.harness;

import com.allleads.itests.harness.Told.Kind;
import com.allleads.itests.outside.Api.Answer;
import com.allleads.itests.outside.Site;
import com.allleads.itests.outside.Someone;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/**
 * Measures how long payments are held while a processor is swapped: {@code ROUNDS REPORT}. In each round people pay for some
 * seconds while nothing happens, then while a newer version that is active beside the old one takes over, then while the
 * bundle is updated in place.
 */
public final class Holds {

    private static final int PAYERS = 8;
    private static final int QUIET_MILLIS = 5000;
    /** A platform that just started is still being compiled, and holds everything now and then. */
    private static final int WARM_MILLIS = 60_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Site site;
    private final Operator operator;
    private final List<Someone> people = new ArrayList<>();
    private final List<String> cards = new ArrayList<>();
    private final ConcurrentLinkedQueue<Paid> paid = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean paying = new AtomicBoolean(true);

    private Holds(Site site) {
        this.site = site;
        this.operator = new Operator(site);
        for (int i = 0; i < PAYERS; i++) {
            Someone someone = Someone.signedIn(site);
            people.add(someone);
            cards.add(someone.addCard(Operator.PROCESSOR, "tok_visa"));
        }
    }

    /** Runs it on a platform of its own. */
    public static void main(String... arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        Path report = Path.of(arguments[1]).toAbsolutePath();
        Files.createDirectories(report.getParent());
        Site site = Site.start("holds", Map.of());
        try (PrintStream out = new PrintStream(Files.newOutputStream(report), true, StandardCharsets.UTF_8)) {
            new Holds(site).measure(rounds, out);
        } finally {
            site.stop();
        }
    }

    private void measure(int rounds, PrintStream out) throws Exception {
        List<CompletableFuture<Void>> payers = new ArrayList<>();
        for (int i = 0; i < PAYERS; i++) {
            int payer = i;
            payers.add(CompletableFuture.runAsync(() -> pay(payer), work -> new Thread(work, "payer").start()));
        }
        Pause.millis(WARM_MILLIS);
        takeOver();
        for (int round = 1; round <= rounds; round++) {
            Pause.millis(QUIET_MILLIS);
            line(out, round, "nothing happens", () -> Pause.millis(QUIET_MILLIS));
            operator.installNewer();
            Pause.millis(QUIET_MILLIS);
            line(out, round, "a newer version takes over", this::drainTheOlder);
            Pause.millis(QUIET_MILLIS);
            line(out, round, "the bundle is updated", () -> {
                operator.update(Operator.SANDBOX);
                awaitSettled();
            });
        }
        paying.set(false);
        payers.forEach(CompletableFuture::join);
        audit(out);
    }

    private void takeOver() {
        operator.installNewer();
        Pause.millis(QUIET_MILLIS);
        drainTheOlder();
    }

    private void drainTheOlder() {
        operator.drain();
        operator.uninstallAllButNewest();
    }

    private void line(PrintStream out, int round, String what, Runnable work) throws Exception {
        long begin = System.nanoTime();
        work.run();
        long end = System.nanoTime();
        // What began in between may still be under way.
        Awaitility.await()
                .atMost(60, TimeUnit.SECONDS)
                .until(() -> paid.stream().filter(one -> one.begin > end).count() >= PAYERS);
        List<Paid> concerned = paid.stream()
                .filter(one -> one.end >= begin && one.begin <= end)
                .toList();
        long[] times = concerned.stream()
                .mapToLong(one -> one.end - one.begin)
                .sorted()
                .toArray();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("round", round);
        line.put("what", what);
        line.put("tookMillis", millis(end - begin));
        line.put("payments", concerned.size());
        line.put("medianMillis", millis(times[times.length / 2]));
        line.put("longestMillis", millis(Arrays.stream(times).max().orElseThrow()));
        line.put("longestWithoutOneSettledMillis", millis(longestGap(begin, end)));
        for (String status : List.of("SETTLED", "NOT_ATTEMPTED", "UNKNOWN")) {
            line.put(
                    status,
                    concerned.stream().filter(one -> one.status.equals(status)).count());
        }
        String text = JSON.writeValueAsString(line);
        out.println(text);
        System.out.println(text);
    }

    /** The longest time in which nobody was told that a payment settled. */
    private long longestGap(long begin, long end) {
        long[] settled = paid.stream()
                .filter(one -> one.status.equals(Told.SETTLED))
                .mapToLong(Paid::end)
                .sorted()
                .toArray();
        long longest = 0;
        for (int i = 1; i < settled.length; i++) {
            if (settled[i] >= begin && settled[i - 1] <= end) {
                longest = Math.max(longest, settled[i] - settled[i - 1]);
            }
        }
        return longest;
    }

    private void awaitSettled() {
        long now = System.nanoTime();
        Awaitility.await("payments settle again").atMost(120, TimeUnit.SECONDS).until(() -> paid.stream()
                .anyMatch(one -> one.begin > now && one.status.equals(Told.SETTLED)));
    }

    private void pay(int payer) {
        Someone someone = people.get(payer);
        for (int number = 1; paying.get(); number++) {
            String amount = BigDecimal.valueOf(100L + number, 2).toPlainString();
            String key = someone.id() + "-" + number;
            Map<String, Object> body =
                    Map.of("card", cards.get(payer), "amount", Map.of("amount", amount, "currency", "USD"));
            long begin = System.nanoTime();
            Told told = told(someone, key, amount, body);
            // What got no answer about the payment is asked again with its key, and has taken as long as all of it.
            while (!told.isAnswered()) {
                Pause.millis(50);
                told = told(someone, key, amount, body);
            }
            paid.add(new Paid(begin, System.nanoTime(), told.outcome(), told));
        }
    }

    private static Told told(Someone someone, String key, String amount, Map<String, Object> body) {
        try {
            Answer answer = someone.api().with("Idempotency-Key", key).post("/me/top-ups", body);
            return answer.status() == 201
                    ? told(someone, key, amount, answer.status(), answer.string("id"), answer.string("status"))
                    : told(someone, key, amount, 0, "", Told.NOTHING);
        } catch (UncheckedIOException noAnswer) {
            return told(someone, key, amount, 0, "", Told.NOTHING);
        }
    }

    private static Told told(Someone someone, String key, String amount, int status, String id, String outcome) {
        return new Told(someone.id(), Kind.TOP_UP, key, "tok_visa", new BigDecimal(amount), 1, status, id, outcome);
    }

    private void audit(PrintStream out) throws Exception {
        Books books = new Books(site);
        Awaitility.await("everything is known")
                .atMost(Round.KNOWN_WITHIN)
                .until(() -> !books.anyPayment("UNKNOWN") && !books.anyPayment("PENDING"));
        List<Finding> findings = Auditor.audit(books.collect(
                paid.stream().map(Paid::told).toList(),
                List.of(),
                List.of(),
                people.stream().collect(Collectors.toMap(Someone::id, Someone::api))));
        String text = JSON.writeValueAsString(Map.of(
                "payments",
                paid.size(),
                "findings",
                findings.stream().map(Finding::toString).toList()));
        out.println(text);
        System.out.println(text);
    }

    /** A payment with its times of {@link System#nanoTime}. */
    private record Paid(long begin, long end, String status, Told told) {}

    private static double millis(long nanos) {
        return Math.round(nanos / 1e5) / 10.0;
    }
}
