package com.allleads.payment.tck;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.runner.Description;
import org.junit.runner.JUnitCore;
import org.junit.runner.Result;
import org.junit.runner.notification.Failure;
import org.junit.runner.notification.RunListener;

/**
 * One run of the kit.
 *
 * @param passed the rules that passed
 * @param broken the rules that failed
 * @param skipped the rules that could not be tested
 * @param why what failed, for whoever reads a failing test
 * @param printed what was printed
 */
record Run(Set<Integer> passed, Set<Integer> broken, Set<Integer> skipped, String why, String printed) {

    static Run of(Class<? extends CardProcessorConformance> tests) {
        Set<Integer> begun = new TreeSet<>();
        Set<Integer> skipped = new TreeSet<>();
        JUnitCore junit = new JUnitCore();
        junit.addListener(new RunListener() {
            @Override
            public void testStarted(Description test) {
                begun.add(rule(test));
            }

            @Override
            public void testAssumptionFailure(Failure failure) {
                skipped.add(rule(failure.getDescription()));
            }
        });
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = System.out;
        System.setOut(new PrintStream(printed, true, UTF_8));
        Result result;
        try {
            result = junit.run(tests);
        } finally {
            System.setOut(out);
        }
        Set<Integer> broken = result.getFailures().stream()
                .map(failure -> rule(failure.getDescription()))
                .collect(Collectors.toCollection(TreeSet::new));
        begun.removeAll(broken);
        begun.removeAll(skipped);
        String why = result.getFailures().stream()
                .map(failure -> failure.getTestHeader() + ": " + failure.getTrace())
                .collect(Collectors.joining("\n"));
        return new Run(begun, broken, skipped, why, printed.toString(UTF_8));
    }

    private static int rule(Description test) {
        return Integer.parseInt(test.getMethodName().substring("rule".length(), "rule00".length()));
    }
}
