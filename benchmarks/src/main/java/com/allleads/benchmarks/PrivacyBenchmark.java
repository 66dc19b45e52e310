package com.allleads.benchmarks;

import com.allleads.consent.RecordedConsent;
import com.allleads.store.testing.StoreRule;
import com.allleads.vault.EncryptedVault;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import javax.sql.XADataSource;
import org.apache.derby.jdbc.EmbeddedXADataSource;
import org.junit.runner.Description;
import org.junit.runners.model.Statement;
import org.postgresql.xa.PGXADataSource;

/**
 * Answers lines with lines of JSON: {@code fill PEOPLE} enrols people, {@code ROLE CALLERS SECONDS} lets callers do what that role of
 * {@link Role} does. Arguments: the database of the data and that of the keys, each {@code jdbc:postgresql:...} or a folder for
 * Derby; the folder of the key files; {@code guarded} or {@code open}, which asks for no purpose and writes no use down.
 */
public final class PrivacyBenchmark {

    private static final int CONNECTIONS = 24;
    private static final ObjectMapper JSON = new ObjectMapper();

    private PrivacyBenchmark() {}

    /** Runs until its input ends. */
    public static void main(String... arguments) throws Throwable {
        StoreRule data = StoreRule.on(database(arguments[0]), CONNECTIONS)
                .withTables(RecordedConsent.class, "db/changelog.xml")
                .withTables(EncryptedVault.class, "db/changelog.xml");
        StoreRule keys =
                StoreRule.on(database(arguments[1]), CONNECTIONS).withTables(EncryptedVault.class, "db/keys.xml");
        Statement work = new Statement() {
            @Override
            public void evaluate() throws Exception {
                try (PrivacySite site =
                        new PrivacySite(data, keys, Path.of(arguments[2]), arguments[3].equals("guarded"))) {
                    serve(site);
                }
            }
        };
        data.apply(keys.apply(work, Description.EMPTY), Description.EMPTY).evaluate();
    }

    private static void serve(PrivacySite site) throws Exception {
        print(Map.of("what", "ready"));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ", -1);
            if (words[0].equals("fill")) {
                long begin = System.nanoTime();
                site.fill(Integer.parseInt(words[1]));
                print(Map.of("what", "fill", "seconds", (System.nanoTime() - begin) / 1_000_000_000));
            } else {
                Role role = Role.valueOf(words[0].toUpperCase(Locale.ROOT));
                int callers = Integer.parseInt(words[1]);
                Load load = Load.of(callers, Integer.parseInt(words[2]), caller -> role.work(site));
                print(Map.of(
                        "what", words[0],
                        "callers", callers,
                        "perSecond", Math.round(load.perSecond()),
                        "medianMicros", load.median(),
                        "p99Micros", load.p99()));
            }
        }
    }

    private static void print(Map<String, Object> answer) throws Exception {
        System.out.println(JSON.writeValueAsString(answer));
    }

    private static XADataSource database(String address) {
        if (address.startsWith("jdbc:postgresql:")) {
            PGXADataSource postgresql = new PGXADataSource();
            // As run sets it.
            postgresql.setUrl(address + (address.contains("?") ? "&" : "?") + "reWriteBatchedInserts=true");
            return postgresql;
        }
        EmbeddedXADataSource derby = new EmbeddedXADataSource();
        derby.setDatabaseName(address);
        derby.setCreateDatabase("create");
        return derby;
    }
}
