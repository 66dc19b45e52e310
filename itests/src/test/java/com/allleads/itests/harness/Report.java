package com.allleads.itests.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The raw result: a line of JSON for the run, one for each round, and one for the sums. */
final class Report {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintStream out;
    private final Instant begun = Instant.now();
    private final Map<Kill, Integer> kills = new EnumMap<>(Kill.class);
    private final Map<Swap, Integer> swaps = new EnumMap<>(Swap.class);
    private final Map<Finding.Verdict, Integer> verdicts = new EnumMap<>(Finding.Verdict.class);
    private int rounds;
    private int cut;
    private Duration longestUnknown = Duration.ZERO;
    private Evidence last;

    Report(PrintStream out) {
        this.out = out;
        for (Finding.Verdict verdict : Finding.Verdict.values()) {
            verdicts.put(verdict, 0);
        }
    }

    void begin(long seed, String database, int plannedRounds, int clients, Map<String, String> versions) {
        ObjectNode line = JSON.createObjectNode();
        line.put("run", "crash and swap");
        line.put("seed", seed);
        line.put("database", database);
        line.put("rounds", plannedRounds);
        line.put("clients", clients);
        line.put("begun", begun.truncatedTo(ChronoUnit.SECONDS).toString());
        line.set("versions", JSON.valueToTree(versions));
        print(line);
    }

    void round(Round.Result result) {
        rounds++;
        last = result.evidence();
        kills.merge(result.plan().kill(), 1, Integer::sum);
        result.completed().forEach(swap -> swaps.merge(swap, 1, Integer::sum));
        cut += result.cut().size();
        longestUnknown = longestUnknown.compareTo(result.unknown()) < 0 ? result.unknown() : longestUnknown;
        count(result.findings());
        ObjectNode line = JSON.createObjectNode();
        line.put("round", rounds);
        line.put("second", Duration.between(begun, Instant.now()).toSeconds());
        line.put("kill", result.plan().kill().name());
        line.put("afterSwaps", result.plan().killAfter());
        line.put("atMillis", result.plan().killDelayMillis());
        line.set("swaps", JSON.valueToTree(result.completed()));
        line.set("cut", JSON.valueToTree(result.cut()));
        line.put("backAfterSeconds", tenths(result.away()));
        line.put("allKnownAfterSeconds", tenths(result.unknown()));
        line.put("told", last.told().size());
        line.put("repeatedUntilAnswered", repeated());
        line.put("replayed", last.replays().size());
        line.put("charges", last.charges().size());
        line.put("ledgerEntries", last.ledgerEntries());
        line.set("findings", findings(result.findings()));
        print(line);
    }

    /** The sums; what was found in the tables afterwards is added. */
    void end(List<Finding> afterwards) {
        count(afterwards);
        ObjectNode line = JSON.createObjectNode();
        line.put("sum", "crash and swap");
        line.put("rounds", rounds);
        line.set("kills", JSON.valueToTree(kills));
        line.put(
                "swapsCompleted",
                swaps.values().stream().mapToInt(Integer::intValue).sum());
        line.set("swaps", JSON.valueToTree(swaps));
        line.put("swapsCut", cut);
        if (last != null) {
            line.set("told", JSON.valueToTree(counted(last.told(), told -> told.kind() + " " + told.outcome())));
            line.put("repeatedUntilAnswered", repeated());
            line.put("balancesRead", last.readings().size());
            line.put("charges", last.charges().size());
            line.put("ledgerEntries", last.ledgerEntries());
        }
        line.put("longestUntilAllKnownSeconds", tenths(longestUnknown));
        line.put("minutes", Duration.between(begun, Instant.now()).toMinutes());
        verdicts.forEach((verdict, count) -> line.put(verdict.name(), count));
        line.set("findings", findings(afterwards));
        print(line);
    }

    boolean clean() {
        return verdicts.values().stream().allMatch(count -> count == 0);
    }

    private void count(List<Finding> findings) {
        findings.forEach(finding -> verdicts.merge(finding.verdict(), 1, Integer::sum));
    }

    private long repeated() {
        return last.told().stream().filter(told -> told.tries() > 1).count();
    }

    private static JsonNode findings(List<Finding> findings) {
        return JSON.valueToTree(findings.stream().map(Finding::toString).toList());
    }

    private static <T> Map<String, Long> counted(Collection<T> items, Function<T, String> name) {
        return items.stream().collect(Collectors.groupingBy(name, TreeMap::new, Collectors.counting()));
    }

    private static double tenths(Duration duration) {
        return Math.round(duration.toMillis() / 100.0) / 10.0;
    }

    private void print(ObjectNode line) {
        try {
            out.println(JSON.writeValueAsString(line));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
