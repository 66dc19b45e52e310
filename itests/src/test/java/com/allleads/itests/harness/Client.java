package com.allleads.itests.harness;

import com.allleads.itests.harness.Evidence.Reading;
import com.allleads.itests.harness.Evidence.Replay;
import com.allleads.itests.harness.Told.Kind;
import com.allleads.itests.outside.Api;
import com.allleads.itests.outside.Api.Answer;
import com.allleads.itests.outside.Someone;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One person's program. It does one thing after the other, writes down what it was told, and repeats a request that got no
 * answer with its key until it gets one. Only one thread at a time may use it.
 */
final class Client {

    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final int BEFORE_REPETITION_MILLIS = 150;
    /** No answer about the request: the site, or a part of it, is not there at the moment. */
    private static final Set<Integer> NOT_THERE = Set.of(401, 404, 429, 500, 502, 503, 504);

    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final int MORE_THAN_ANYBODY_HAS = 500_000;

    private final Someone person;
    private final String service;
    private final Random random;
    private final Map<SandboxCard, String> cards = new EnumMap<>(SandboxCard.class);
    private final List<Told> told = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();
    private final Map<Told, Map<String, Object>> bodies = new HashMap<>();
    private final AtomicInteger answers = new AtomicInteger();
    private int requests;
    private int audited;
    private BigDecimal known = BigDecimal.ZERO;
    private BigDecimal open = BigDecimal.ZERO;

    /**
     * @param service is priced at a cent
     * @param random decides what it does
     */
    Client(Someone person, String service, Random random) {
        this.person = person;
        this.service = service;
        this.random = random;
        for (SandboxCard card : SandboxCard.values()) {
            cards.put(card, person.addCard(Operator.PROCESSOR, card.token()));
        }
    }

    String id() {
        return person.id();
    }

    Api api() {
        return person.api();
    }

    /** Everything that it was told since the beginning. */
    List<Told> told() {
        return told;
    }

    List<Reading> readings() {
        return readings;
    }

    /** How many answers it got; may be asked by other threads. */
    int answers() {
        return answers.get();
    }

    /** Does one thing. */
    void act() {
        int drawn = random.nextInt(100);
        if (drawn < 55) {
            topUp(SandboxCard.drawn(random));
        } else if (drawn < 85) {
            order(false);
        } else if (drawn < 88) {
            order(true);
        } else {
            readBalance();
        }
    }

    /** Repeats some of the requests that were answered since the last time. */
    List<Replay> replay(int most) {
        List<Told> since = new ArrayList<>(told.subList(audited, told.size()));
        audited = told.size();
        List<Replay> replays = new ArrayList<>();
        while (replays.size() < most && !since.isEmpty()) {
            Told first = since.remove(random.nextInt(since.size()));
            if (first.isAnswered()) {
                Told again = ask(first.kind(), first.key(), first.detail(), first.amount(), bodies.get(first));
                replays.add(new Replay(first, again.status(), again.id(), again.outcome()));
            }
        }
        bodies.clear();
        return replays;
    }

    private void topUp(SandboxCard card) {
        BigDecimal amount = BigDecimal.ONE.add(CENT.multiply(BigDecimal.valueOf(++requests)));
        Told answer = ask(
                Kind.TOP_UP,
                key(),
                card.token(),
                amount,
                Map.of("card", cards.get(card), "amount", Map.of("amount", amount.toPlainString(), "currency", "USD")));
        if (answer.outcome().equals(Told.SETTLED)) {
            known = known.add(amount);
        } else if (!Set.of("DECLINED", "NOT_ATTEMPTED").contains(answer.outcome())) {
            open = open.add(amount);
        }
    }

    private void order(boolean tooMuch) {
        int quantity = ++requests + (tooMuch ? MORE_THAN_ANYBODY_HAS : 0);
        BigDecimal amount = CENT.multiply(BigDecimal.valueOf(quantity));
        Told answer = ask(Kind.ORDER, key(), service, amount, Map.of("service", service, "quantity", quantity));
        if (answer.outcome().equals(Told.PAID)) {
            known = known.subtract(amount);
        }
    }

    private void readBalance() {
        try {
            Answer answer = api().get("/me/balance");
            if (answer.status() == 200) {
                BigDecimal available =
                        new BigDecimal(answer.json().at("/available/amount").asText());
                readings.add(new Reading(id(), available, known, known.add(open)));
                answers.incrementAndGet();
            }
        } catch (UncheckedIOException nobodyThere) {
            Pause.millis(BEFORE_REPETITION_MILLIS);
        }
    }

    private String key() {
        return id() + "-" + requests;
    }

    private Told ask(Kind kind, String key, String detail, BigDecimal amount, Map<String, Object> body) {
        Instant deadline = Instant.now().plus(PATIENCE);
        Api same = api().with("Idempotency-Key", key);
        Told answer = new Told(id(), kind, key, detail, amount, 0, 0, "", Told.NOTHING);
        for (int tries = 1; !answer.isAnswered() && Instant.now().isBefore(deadline); tries++) {
            if (tries > 1) {
                Pause.millis(BEFORE_REPETITION_MILLIS);
            }
            int tried = tries;
            answer = send(same, kind, body)
                    .map(got -> new Told(
                            id(), kind, key, detail, amount, tried, got.status(), got.string("id"), outcome(kind, got)))
                    .orElse(answer);
        }
        if (told.stream().noneMatch(before -> before.key().equals(key))) {
            told.add(answer);
            bodies.put(answer, body);
            answers.incrementAndGet();
        }
        return answer;
    }

    private static Optional<Answer> send(Api api, Kind kind, Map<String, Object> body) {
        try {
            Answer answer = api.post(kind == Kind.TOP_UP ? "/me/top-ups" : "/me/orders", body);
            return Optional.of(answer).filter(got -> !NOT_THERE.contains(got.status()));
        } catch (UncheckedIOException noAnswer) {
            return Optional.empty();
        }
    }

    private static String outcome(Kind kind, Answer answer) {
        if (answer.status() == 201) {
            return kind == Kind.TOP_UP ? answer.string("status") : Told.PAID;
        }
        return answer.status() == 402 ? Told.INSUFFICIENT : "HTTP " + answer.status();
    }
}
