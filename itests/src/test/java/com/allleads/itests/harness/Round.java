package com.allleads.itests.harness;

import com.allleads.itests.harness.Evidence.Replay;
import com.allleads.itests.outside.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Load, swaps, a kill in the middle of one, more swaps; then quiet, and the audit. */
final class Round {

    /** Within it every payment must be known once the processor is back. */
    static final Duration KNOWN_WITHIN = Duration.ofMinutes(1);

    private static final int REPLAYS_OF_EACH = 2;

    private final Site site;
    private final Database database;
    private final Clients clients;
    private final Operator operator;
    private final Books books;
    private final List<Swap> completed = new ArrayList<>();
    private final List<Swap> cut = new ArrayList<>();

    Round(Site site, Database database, Clients clients, Operator operator) {
        this.site = site;
        this.database = database;
        this.clients = clients;
        this.operator = operator;
        this.books = new Books(site);
    }

    Result play(Plan plan) {
        int lively = 2 * clients.all().size();
        clients.begin();
        clients.awaitAnswers(lively);
        plan.swaps().subList(0, plan.killAfter()).forEach(this::swap);
        Duration away = crash(plan);
        plan.swaps().subList(plan.killAfter() + 1, plan.swaps().size()).forEach(this::swap);
        clients.awaitAnswers(lively);
        clients.end();
        Duration unknown = awaitKnown();
        List<Replay> replays = clients.all().stream()
                .flatMap(client -> client.replay(REPLAYS_OF_EACH).stream())
                .toList();
        Evidence evidence = books.collect(clients.all(), replays);
        return new Result(
                plan, List.copyOf(completed), List.copyOf(cut), away, unknown, evidence, Auditor.audit(evidence));
    }

    private void swap(Plan.Step step) {
        Pause.millis(step.pauseMillis());
        step.swap().perform(operator, step.gapMillis());
        operator.repair();
        completed.add(step.swap());
    }

    private Duration crash(Plan plan) {
        Plan.Step step = plan.swaps().get(plan.killAfter());
        CompletableFuture<Void> swap = CompletableFuture.runAsync(() -> {
            Pause.millis(step.pauseMillis());
            step.swap().perform(operator, step.gapMillis());
        });
        Pause.millis(plan.killDelayMillis());
        boolean over = swap.isDone() && !swap.isCompletedExceptionally();
        if (plan.kill().platform()) {
            site.kill();
        }
        if (plan.kill().database()) {
            database.kill();
        }
        Instant killed = Instant.now();
        operator.interrupted(true);
        try {
            swap.join();
        } catch (CompletionException torn) {
            over = false;
        }
        operator.interrupted(false);
        (over ? completed : cut).add(step.swap());
        if (plan.kill().database()) {
            database.start();
        }
        // The site may wait for what was away when the kill came, until the operator brings it back.
        CompletableFuture<Void> starting = plan.kill().platform()
                ? CompletableFuture.runAsync(site::start)
                : CompletableFuture.completedFuture(null);
        operator.repair();
        starting.join();
        return Duration.between(killed, Instant.now());
    }

    /** How long it took until no payment was UNKNOWN or PENDING; what is left is the auditor's to find. */
    private Duration awaitKnown() {
        Instant quiet = Instant.now();
        try {
            Awaitility.await()
                    .atMost(KNOWN_WITHIN)
                    .pollInterval(500, TimeUnit.MILLISECONDS)
                    .until(() -> !books.anyPayment("UNKNOWN") && !books.anyPayment("PENDING"));
        } catch (ConditionTimeoutException left) {
            return KNOWN_WITHIN;
        }
        return Duration.between(quiet, Instant.now());
    }

    /**
     * How a round went.
     *
     * @param completed swaps after which payments were taken again
     * @param cut swaps that a kill tore
     * @param away from the kill until payments were taken again
     * @param unknown from the last answer until no payment was UNKNOWN or PENDING
     */
    record Result(
            Plan plan,
            List<Swap> completed,
            List<Swap> cut,
            Duration away,
            Duration unknown,
            Evidence evidence,
            List<Finding> findings) {}
}
