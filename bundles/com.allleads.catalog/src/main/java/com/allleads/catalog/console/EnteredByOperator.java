package com.allleads.catalog.console;

import com.allleads.api.rest.Problem;
import com.allleads.api.rest.ProblemException;
import com.allleads.catalog.OrderIds;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.karaf.shell.support.ShellUtil;

/** What an operator enters at the console, and who that is. */
final class EnteredByOperator {

    private EnteredByOperator() {}

    /** The operator as orders name them. */
    static String actor() {
        return "operator " + name();
    }

    /** The operator's name; not the shell's variable USER, which anybody may set. */
    static String name() {
        return Optional.ofNullable(ShellUtil.getCurrentUserName())
                .orElseThrow(() -> new IllegalStateException("Only an operator who signed in may do this."));
    }

    /** The id of an order. */
    static UUID order(String id) {
        return OrderIds.read(id)
                .orElseThrow(() -> new IllegalArgumentException("ID: of an order, as in allleads:orders"));
    }

    /** Does what was entered, and says what is wrong with it by the names of the arguments. */
    static <T> T accepted(Supplier<T> work) {
        try {
            return work.get();
        } catch (ProblemException refused) {
            throw new IllegalArgumentException(said(refused.problem()));
        }
    }

    private static String said(Problem problem) {
        return problem.errors().isEmpty()
                ? problem.detail().orElse(problem.title())
                : problem.errors().stream()
                        .map(error -> error.field().toUpperCase(Locale.ROOT) + " " + error.message())
                        .collect(Collectors.joining("; "));
    }
}
