package com.allleads.itests.harness;

import com.allleads.itests.outside.Site;
import com.allleads.itests.outside.Someone;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;

/** Many clients at once. */
final class Clients implements AutoCloseable {

    /** Longer than a platform needs to come back on a busy machine. */
    private static final int PATIENCE_SECONDS = 960;

    private static final String SERVICE = "harness-unit";

    private final List<Client> all = new ArrayList<>();
    private final List<Future<?>> work = new ArrayList<>();
    private final AtomicBoolean working = new AtomicBoolean();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** Registers so many people, each with a card of every kind. */
    Clients(Site site, int count, long seed) {
        site.console().run("allleads:service-set " + SERVICE + " Unit 0.01");
        for (int i = 0; i < count; i++) {
            all.add(new Client(Someone.signedIn(site), SERVICE, new Random(31 * seed + i)));
        }
    }

    List<Client> all() {
        return all;
    }

    void begin() {
        working.set(true);
        for (Client client : all) {
            work.add(threads.submit(() -> {
                while (working.get()) {
                    client.act();
                }
            }));
        }
    }

    /** Waits until so many answers came in since the call. */
    void awaitAnswers(int more) {
        int goal = answers() + more;
        Awaitility.await("clients are answered")
                .atMost(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .until(() -> answers() >= goal);
    }

    /** Lets every client finish what it is about. */
    void end() {
        working.set(false);
        for (Future<?> one : work) {
            try {
                one.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (ExecutionException | TimeoutException e) {
                throw new IllegalStateException("a client failed", e);
            }
        }
        work.clear();
    }

    private int answers() {
        return all.stream().mapToInt(Client::answers).sum();
    }

    @Override
    public void close() {
        working.set(false);
        threads.shutdownNow();
    }
}
