package com.allleads.api.console;

import com.allleads.api.rest.Problem;
import com.allleads.api.rest.ProblemException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.karaf.shell.support.ShellUtil;

/** Who is at the console, and how they are told that something is refused. Safe for use by many threads. */
public final class AtConsole {

    private AtConsole() {}

    /**
     * Who signed in; not the shell's variable USER, which anybody may set.
     *
     * @throws IllegalStateException where nobody did
     */
    public static String operator() {
        return Optional.ofNullable(ShellUtil.getCurrentUserName())
                .orElseThrow(() -> new IllegalStateException("Only an operator who signed in may do this."));
    }

    /**
     * Does what was entered, and says what is wrong with it by the names of the arguments.
     *
     * @throws IllegalArgumentException in the place of a {@link ProblemException}, with what the problem says: of Karaf's console
     *     the message alone is seen
     */
    public static <T> T accepted(Supplier<T> work) {
        return accepted(work, field -> field.toUpperCase(Locale.ROOT));
    }

    /**
     * Does what was entered, and says what is wrong with it.
     *
     * @param name what a field is called where it was entered
     * @throws IllegalArgumentException as {@link #accepted(Supplier)}
     */
    public static <T> T accepted(Supplier<T> work, UnaryOperator<String> name) {
        try {
            return work.get();
        } catch (ProblemException refused) {
            throw new IllegalArgumentException(said(refused.problem(), name));
        }
    }

    private static String said(Problem problem, UnaryOperator<String> name) {
        return problem.errors().isEmpty()
                ? problem.detail().orElse(problem.title())
                : problem.errors().stream()
                        .map(error -> name.apply(error.field()) + " " + error.message())
                        .collect(Collectors.joining("; "));
    }
}
