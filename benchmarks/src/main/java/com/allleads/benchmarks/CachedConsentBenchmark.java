package com.allleads.benchmarks;

import com.allleads.api.consent.Occasion;
import com.allleads.api.person.PersonId;
import com.allleads.api.proof.Signer.Signed;
import com.allleads.consent.ConsentHouse;
import com.allleads.consent.cache.RememberedConsent;
import com.allleads.store.testing.StoreRule;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.runner.Description;
import org.junit.runners.model.Statement;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A remembered answer of consent, beside the same answer out of a map that nobody keeps up to date. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CachedConsentBenchmark {

    private static final int PEOPLE = 1_024;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Map<PersonId, Boolean> map = new ConcurrentHashMap<>();
    private PersonId[] people;
    private RememberedConsent memory;
    private Thread store;

    /** Where each thread is among the people. */
    @State(Scope.Thread)
    public static class Turn {

        private int next;

        PersonId of(PersonId[] people) {
            next = (next + 1) & (PEOPLE - 1);
            return people[next];
        }
    }

    /** Consent on a database of its own, with people of whom half agreed, all remembered. */
    @Setup
    public void start() throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(1);
        store = new Thread(() -> hold(ready), "store");
        store.start();
        ready.await();
    }

    @TearDown
    public void stop() throws InterruptedException {
        done.countDown();
        store.join();
    }

    /** A hit. */
    @Benchmark
    public boolean remembered(Turn turn) {
        return memory.standing(turn.of(people), "news");
    }

    /** The reference. */
    @Benchmark
    public boolean mapGet(Turn turn) {
        return map.get(turn.of(people));
    }

    private void hold(CountDownLatch ready) {
        StoreRule rule = new StoreRule().withTables(RememberedConsent.class, "db/changelog.xml");
        Statement work = new Statement() {
            @Override
            public void evaluate() throws Throwable {
                fill(rule);
                ready.countDown();
                done.await();
                memory.stop();
            }
        };
        try {
            rule.apply(work, Description.EMPTY).evaluate();
        } catch (Throwable e) {
            throw new IllegalStateException("the store could not be started", e);
        } finally {
            ready.countDown();
        }
    }

    private void fill(StoreRule rule) {
        ConsentHouse house = new ConsentHouse(rule, (type, statement) -> new Signed(statement, type));
        people = Stream.generate(PersonId::random).limit(PEOPLE).toArray(PersonId[]::new);
        memory = new RememberedConsent(house.consent, house.purposes, house.decisions, house.underWay, rule.jdbi());
        boolean yes = true;
        for (PersonId person : people) {
            house.consent.record(
                    person, Occasion.at("registration", "en"), List.of(ConsentHouse.act(ConsentHouse.NEWS, yes)));
            map.put(person, yes);
            yes = !yes;
        }
    }
}
