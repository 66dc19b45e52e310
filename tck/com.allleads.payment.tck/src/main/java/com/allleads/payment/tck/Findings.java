package com.allleads.payment.tck;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.AssumptionViolatedException;
import org.junit.runner.Description;
import org.junit.runners.model.Statement;

/** What became of each rule in the run of one test class. Safe for use by many threads. */
final class Findings {

    private static final Pattern TEST = Pattern.compile("rule(\\d+)(\\w+)");
    private static final Map<Class<?>, Findings> RUNNING = new ConcurrentHashMap<>();

    private final Map<Integer, Finding> rules = new TreeMap<>();
    private String processor = "a processor";

    /** Those of a class that is run now. */
    static Findings of(Class<?> tests) {
        return RUNNING.computeIfAbsent(tests, any -> new Findings());
    }

    /** Reports when the class is through. */
    static Statement during(Statement all, Description description) {
        return new Statement() {
            @Override
            public void evaluate() throws Throwable {
                try {
                    all.evaluate();
                } finally {
                    Findings findings = RUNNING.remove(description.getTestClass());
                    if (findings != null) {
                        findings.report(description.getTestClass().getName());
                    }
                }
            }
        };
    }

    /** Notes what becomes of one rule. Tests that a subclass adds are none. */
    Statement noting(Statement rule, Description description, Bench bench) {
        Matcher test = TEST.matcher(String.valueOf(description.getMethodName()));
        if (!test.matches()) {
            return rule;
        }
        int number = Integer.parseInt(test.group(1));
        String title = test.group(2).replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return new Statement() {
            @Override
            public void evaluate() throws Throwable {
                try {
                    rule.evaluate();
                    note(
                            bench,
                            number,
                            new Finding(
                                    title, bench.untested().isEmpty() ? "passed" : "passed in part", bench.untested()));
                } catch (AssumptionViolatedException e) {
                    List<String> why = new ArrayList<>(bench.untested());
                    why.add(e.getMessage());
                    note(bench, number, new Finding(title, "not tested", why));
                    throw e;
                } catch (Throwable e) {
                    note(bench, number, new Finding(title, "BROKEN", bench.untested()));
                    throw e;
                }
            }
        };
    }

    private synchronized void note(Bench bench, int number, Finding finding) {
        bench.name().ifPresent(name -> processor = name);
        rules.put(number, finding);
    }

    private synchronized void report(String tests) throws IOException {
        StringBuilder text = new StringBuilder("Conformance of " + processor + "\n");
        rules.forEach(
                (number, rule) -> text.append("  rule %-3d %-40s %s%n".formatted(number, rule.title(), rule.result())));
        List<String> untested = new ArrayList<>();
        rules.forEach((number, rule) ->
                rule.untested().forEach(what -> untested.add("  rule %-3d %s%n".formatted(number, what))));
        text.append(untested.isEmpty() ? "Nothing was left untested.\n" : "Untested:\n");
        untested.forEach(text::append);
        System.out.print(text);
        Path folder = Files.createDirectories(Path.of(System.getProperty("basedir", ""), "target", "conformance"));
        Files.writeString(folder.resolve(tests + ".txt"), text, UTF_8);
    }

    private record Finding(String title, String result, List<String> untested) {
        Finding {
            untested = List.copyOf(untested);
        }
    }
}
