package ${package};

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.joda.money.Money;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The trial company's work on accepted charges: takes the money a second later and tells the site once by a signed call-back.
 * One that does not arrive is not repeated, as the site looks the charge up by itself.
 */
final class TrialSettlements implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TrialSettlements.class);
    private static final long DELAY_SECONDS = 1;
    private static final int PATIENCE_MILLIS = 5_000;

    private final TrialBook book;
    private final Optional<Signature> signature;
    private final ScheduledThreadPoolExecutor worker =
            new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "${processorName}-settlements"));

    /** Goes on with what was accepted before. */
    TrialSettlements(TrialBook book, Optional<Signature> signature) throws IOException {
        this.book = book;
        this.signature = signature;
        worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        for (String[] accepted : book.all("accepted")) {
            if (!book.has("taken", accepted[1])) {
                later(accepted[1], URI.create(accepted[2]), TrialBook.amount(accepted));
            }
        }
    }

    /** Takes the money of an accepted charge a little later. */
    void later(String key, URI callback, Money amount) {
        try {
            worker.schedule(() -> settle(key, callback, amount), DELAY_SECONDS, TimeUnit.SECONDS);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("Charge {} is settled after the next start", key);
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }

    private void settle(String key, URI callback, Money amount) {
        try {
            book.writeOnce("taken", key, amount);
            if (signature.isPresent()) {
                send(callback, ("settled " + key).getBytes(UTF_8), signature.get());
            }
        } catch (IOException e) {
            LOG.warn("The site was not told of charge {}: {}", key, e.getMessage());
        }
    }

    private static void send(URI callback, byte[] body, Signature signature) throws IOException {
        // No client that keeps threads: nothing may outlive the bundle.
        HttpURLConnection connection = (HttpURLConnection) callback.toURL().openConnection();
        try {
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            connection.setRequestMethod("POST");
            connection.setRequestProperty("Content-Type", "text/plain");
            connection.setRequestProperty(Signature.HEADER, signature.of(body));
            connection.setDoOutput(true);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
            if (connection.getResponseCode() / 100 != 2) {
                throw new IOException("the site answered " + connection.getResponseCode());
            }
        } finally {
            connection.disconnect();
        }
    }
}
