package com.allleads.itests.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.itests.outside.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

    private final Site site;
    private final List<Someone> people = new ArrayList<>();
    private final List<String> cards = new ArrayList<>();
    private final ConcurrentLinkedQueue<Told> told = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean paying = new AtomicBoolean(true);
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private final List<Future<?>> work = new ArrayList<>();

    Payers(Site site, String processor, String token) {
        this.site = site;
        for (int i = 0; i < CLIENTS; i++) {
            Someone someone = Someone.signedIn(site);
            people.add(someone);
            cards.add(someone.addCard(processor, token));
        }
    }

    Payers begin() {
        for (int i = 0; i < CLIENTS; i++) {
            int client = i;
            work.add(threads.submit(() -> {
                while (paying.get()) {
                    pay(client);
                }
            }));
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

    /** Lets the payments under way finish, and waits until nothing is UNKNOWN or PENDING any more. */
    void settle() throws Exception {
        paying.set(false);
        for (Future<?> one : work) {
            one.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        Awaitility.await("every payment is known")
                .atMost(90, TimeUnit.SECONDS)
                .until(() -> finalStates().values().stream()
                        .noneMatch(status -> Set.of("UNKNOWN", "PENDING").contains(status)));
    }

    /** What each client was told first, in the end, and in money must agree with the processor's own books. */
    void audit(Books books) {
        Map<String, String> states = finalStates();
        Map<String, BigDecimal> charged = books.charges();
        Map<String, String> keys = keys();
        for (Told one : told) {
            String state = states.get(one.id);
            boolean inTheBooks = charged.containsKey(keys.get(one.id));
            assertThat(state).as("every acknowledged payment is found").isNotNull();
            assertThat(inTheBooks)
                    .as("payment %s, told %s, now %s, against the books", one.id, one.status, state)
                    .isEqualTo(state.equals("SETTLED"));
            if (Set.of("SETTLED", "DECLINED", "NOT_ATTEMPTED").contains(one.status)) {
                assertThat(state).as("what was said as final stays so").isEqualTo(one.status);
            }
        }
        for (int i = 0; i < CLIENTS; i++) {
            Someone someone = people.get(i);
            long settled = told.stream()
                    .filter(one -> one.client == someone)
                    .filter(one -> states.get(one.id).equals("SETTLED"))
                    .count();
            assertThat(someone.available())
                    .as("a dollar for each settled payment, no more and no less")
                    .isEqualTo(settled + ".00");
        }
    }

    long told(String status) {
        return told.stream().filter(one -> one.status.equals(status)).count();
    }

    private void pay(int client) {
        Someone someone = people.get(client);
        Api same = someone.api().with("Idempotency-Key", UUID.randomUUID().toString());
        Map<String, Object> body = Map.of("card", cards.get(client), "amount", Someone.usd("1.00"));
        Awaitility.await("an answer")
                .atMost(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .pollInterval(100, TimeUnit.MILLISECONDS)
                .until(() -> told(someone, same, body));
    }

    private boolean told(Someone someone, Api same, Map<String, Object> body) {
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
        told.add(new Told(someone, answer.string("id"), answer.string("status")));
        return true;
    }

    private Map<String, String> finalStates() {
        Map<String, String> states = new HashMap<>();
        for (Someone someone : people) {
            String next = "";
            do {
                JsonNode page = someone.api()
                        .get("/me/top-ups" + (next.isEmpty() ? "" : "?cursor=" + next))
                        .expect(200)
                        .json();
                page.path("items")
                        .forEach(item -> states.put(
                                item.path("id").asText(), item.path("status").asText()));
                next = page.path("next").isNull() ? "" : page.path("next").asText();
            } while (!next.isEmpty());
        }
        return states;
    }

    /** The processor's key of each payment, as the operator sees it. */
    private Map<String, String> keys() {
        Map<String, String> keys = new HashMap<>();
        String next = "";
        do {
            JsonNode page = site.api()
                    .operator()
                    .get("/payments" + (next.isEmpty() ? "" : "?cursor=" + next))
                    .expect(200)
                    .json();
            page.path("items")
                    .forEach(item ->
                            keys.put(item.path("id").asText(), item.path("key").asText()));
            next = page.path("next").isNull() ? "" : page.path("next").asText();
        } while (!next.isEmpty());
        return keys;
    }

    @Override
    public void close() {
        paying.set(false);
        threads.shutdownNow();
    }

    private record Told(Someone client, String id, String status) {}
}
