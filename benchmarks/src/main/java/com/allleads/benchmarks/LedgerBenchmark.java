package com.allleads.benchmarks;

import com.allleads.api.person.PersonId;
import com.allleads.billing.ledger.Ledger;
import com.allleads.store.testing.StoreRule;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import javax.sql.XADataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.apache.derby.jdbc.EmbeddedXADataSource;
import org.junit.runner.Description;
import org.junit.runners.model.Statement;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.xa.PGXADataSource;

/**
 * Answers lines with lines of JSON: {@code spend CALLERS SECONDS} by the ledger, {@code plain CALLERS SECONDS} by hand, {@code age
 * ENTRIES} makes a balance with so many entries, {@code old TIMES} compares it with a new one. The one argument is
 * a database: {@code jdbc:postgresql:...} or a folder for Derby.
 */
public final class LedgerBenchmark {

    private static final int PEOPLE = 10_000;
    private static final int CONNECTIONS = 24;
    private static final int AGEING_CALLERS = 128;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Site site;
    private final PlainSpend plain;
    private final List<PersonId> people;
    private final PersonId old;

    private LedgerBenchmark(Site site, PlainSpend plain) {
        this.site = site;
        this.plain = plain;
        this.people = site.people(PEOPLE);
        this.old = site.people(1).get(0);
    }

    /** Runs until its input ends. */
    public static void main(String... arguments) throws Throwable {
        boolean postgresql = arguments[0].startsWith("jdbc:postgresql:");
        DataSource plain = postgresql ? postgresql(arguments[0]) : derby(arguments[0]);
        XADataSource pooled = postgresql ? pooledPostgresql(arguments[0]) : pooledDerby(arguments[0]);
        StoreRule store = StoreRule.on(pooled, CONNECTIONS).withTables(Ledger.class, "db/changelog.xml");
        Statement work = new Statement() {
            @Override
            public void evaluate() throws Exception {
                try (Site site = new Site(store)) {
                    new LedgerBenchmark(site, new PlainSpend(plain)).serve();
                }
            }
        };
        store.apply(work, Description.EMPTY).evaluate();
    }

    private void serve() throws Exception {
        print("ready", answer -> {});
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ", -1);
            switch (words[0]) {
                case "spend" -> load(words, caller -> site.spend(anybody()));
                case "plain" -> load(words, caller -> plain.spend());
                case "age" -> age(Integer.parseInt(words[1]));
                case "old" -> compare(Integer.parseInt(words[1]));
                default -> throw new IllegalArgumentException(line);
            }
        }
    }

    private void load(String[] words, IntConsumer once) throws Exception {
        int callers = Integer.parseInt(words[1]);
        Load load = Load.of(callers, Integer.parseInt(words[2]), once);
        print(words[0], answer -> {
            answer.put("callers", callers);
            answer.put("perSecond", Math.round(load.perSecond()));
            answer.put("medianMicros", load.median());
            answer.put("p99Micros", load.p99());
        });
    }

    private void age(int entries) throws Exception {
        int each = entries / AGEING_CALLERS;
        Thread[] callers = new Thread[AGEING_CALLERS];
        for (int i = 0; i < callers.length; i++) {
            callers[i] = new Thread(() -> {
                for (int spent = 0; spent < each; spent++) {
                    site.spend(old);
                }
            });
            callers[i].start();
        }
        for (Thread caller : callers) {
            caller.join();
        }
        print("age", answer -> answer.put("entries", each * AGEING_CALLERS));
    }

    /** One after the other in turns, so that whatever else the machine does meets both. */
    private void compare(int times) throws Exception {
        PersonId young = anybody();
        List<Long> oldReads = new ArrayList<>();
        List<Long> youngReads = new ArrayList<>();
        List<Long> oldSpends = new ArrayList<>();
        List<Long> youngSpends = new ArrayList<>();
        // Whoever comes first finds colder caches, so they take turns at it.
        for (int i = 0; i < times; i += 2) {
            oldReads.add(time(() -> site.available(old)));
            youngReads.add(time(() -> site.available(young)));
            oldSpends.add(time(() -> site.spend(old)));
            youngSpends.add(time(() -> site.spend(young)));
            youngReads.add(time(() -> site.available(young)));
            oldReads.add(time(() -> site.available(old)));
            youngSpends.add(time(() -> site.spend(young)));
            oldSpends.add(time(() -> site.spend(old)));
        }
        print("old", answer -> {
            answer.put("oldReadMicros", median(oldReads));
            answer.put("newReadMicros", median(youngReads));
            answer.put("oldSpendMicros", median(oldSpends));
            answer.put("newSpendMicros", median(youngSpends));
        });
    }

    private PersonId anybody() {
        return people.get(ThreadLocalRandom.current().nextInt(people.size()));
    }

    private static long time(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return System.nanoTime() - begin;
    }

    private static double median(List<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return Arrays.stream(sorted).skip(sorted.length / 2).findFirst().orElseThrow() / 1000.0;
    }

    private static void print(String what, Consumer<ObjectNode> members) throws Exception {
        ObjectNode answer = JSON.createObjectNode();
        answer.put("what", what);
        members.accept(answer);
        System.out.println(JSON.writeValueAsString(answer));
    }

    private static DataSource derby(String folder) {
        EmbeddedDataSource derby = new EmbeddedDataSource();
        derby.setDatabaseName(folder);
        derby.setCreateDatabase("create");
        return derby;
    }

    private static XADataSource pooledDerby(String folder) {
        EmbeddedXADataSource derby = new EmbeddedXADataSource();
        derby.setDatabaseName(folder);
        derby.setCreateDatabase("create");
        return derby;
    }

    private static DataSource postgresql(String url) {
        PGSimpleDataSource postgresql = new PGSimpleDataSource();
        postgresql.setUrl(url);
        return postgresql;
    }

    private static XADataSource pooledPostgresql(String url) {
        PGXADataSource postgresql = new PGXADataSource();
        // As run sets it.
        postgresql.setUrl(url + (url.contains("?") ? "&" : "?") + "reWriteBatchedInserts=true");
        return postgresql;
    }
}
