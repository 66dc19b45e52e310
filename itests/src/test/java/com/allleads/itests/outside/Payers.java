package com.allleads.itests.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.itests.outside.Api.Answer;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;

/**
 * Four people who go on paying while something happens to the platform, and who write down what they were told. A request
 * that got no answer is repeated with its key until it gets one, as an honest client does.
 */
final class Payers implements AutoCloseable {

    private static final int CLIENTS = 4;
    /** Longer than a platform needs to come back on a busy machine. */
    private static final int PATIENCE_SECONDS = 300;

    private final List<Someone> people = new ArrayList<>();
    private final List<String> cards = new ArrayList<>();
    private final ConcurrentLinkedQueue<String> told = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean paying = new AtomicBoolean(true);
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);

    Payers(Site site, String processor, String token) {
        for (int i = 0; i < CLIENTS; i++) {
            Someone someone = Someone.signedIn(site);
            people.add(someone);
            cards.add(someone.addCard(processor, token));
        }
    }

    Payers begin() {
        for (int i = 0; i < CLIENTS; i++) {
            int client = i;
            threads.execute(() -> {
                while (paying.get()) {
                    pay(client);
                }
            });
        }
        return this;
    }

    /** Waits until so many answers came in since the call. */
    void awaitAnswers(int more) {
        int goal = told.size() + more;
        Awaitility.await("payments go on")
                .atMost(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .until(() -> told.size() >= goal);
    }

    long told(String status) {
        return told.stream().filter(status::equals).count();
    }

    private void pay(int client) {
        Someone someone = people.get(client);
        Api same = someone.api().with("Idempotency-Key", UUID.randomUUID().toString());
        Map<String, Object> body = Map.of("card", cards.get(client), "amount", Someone.usd("1.00"));
        Awaitility.await("an answer")
                .atMost(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .pollInterval(100, TimeUnit.MILLISECONDS)
                .until(() -> told(same, body));
    }

    private boolean told(Api same, Map<String, Object> body) {
        Answer answer;
        try {
            answer = same.post("/me/top-ups", body);
        } catch (UncheckedIOException noAnswer) {
            return false;
        }
        if (answer.status() != 201) {
            assertThat(answer.status()).as(answer.toString()).isIn(401, 404, 500, 503);
            return false;
        }
        told.add(answer.string("status"));
        return true;
    }

    @Override
    public void close() {
        paying.set(false);
        threads.shutdownNow();
    }
}
