package com.allleads.billing.ledger;

import com.allleads.api.rest.Problem;
import com.allleads.api.rest.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;

/**
 * Which lines of a statement are wanted. Days are days of UTC, as all times of the platform are.
 *
 * @param kind why money moved; empty for whatever reason
 * @param from the first day; empty for the beginning
 * @param to the last day; empty for the end
 */
public record StatementFilter(Optional<TransactionKind> kind, Optional<LocalDate> from, Optional<LocalDate> to) {

    /** Every line. */
    public static final StatementFilter ALL = new StatementFilter(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Reads it as it stands in a query; what is empty is not filtered.
     *
     * @throws ProblemException 422 naming what cannot be read
     */
    public static StatementFilter read(Optional<String> kind, Optional<String> from, Optional<String> to) {
        StatementFilter filter = new StatementFilter(kind.map(StatementFilter::kind), day("from", from), day("to", to));
        if (filter.from.isPresent() && filter.to.isPresent() && filter.to.get().isBefore(filter.from.get())) {
            throw Problem.invalid("to", "must not be before the first day").exception();
        }
        return filter;
    }

    /** Whether a line is wanted. */
    boolean wants(TransactionKind why, Instant at) {
        return kind.map(why::equals).orElse(true)
                && since().map(first -> !at.isBefore(first)).orElse(true)
                && until().map(end -> at.isBefore(end)).orElse(true);
    }

    /** The beginning of the first day. */
    Optional<Instant> since() {
        return from.map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** The end of the last day, which is not part of it. */
    Optional<Instant> until() {
        return to.map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static TransactionKind kind(String text) {
        return Arrays.stream(TransactionKind.values())
                .filter(known -> known.name().equals(text))
                .findFirst()
                .orElseThrow(
                        () -> Problem.invalid("kind", "must be one of " + Arrays.toString(TransactionKind.values()))
                                .exception());
    }

    private static Optional<LocalDate> day(String name, Optional<String> text) {
        return text.map(entered -> {
            // The years that people write; more would not fit where the time is compared.
            if (!entered.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                throw noDay(name);
            }
            try {
                return LocalDate.parse(entered);
            } catch (DateTimeException e) {
                throw noDay(name);
            }
        });
    }

    private static ProblemException noDay(String name) {
        return Problem.invalid(name, "must be a day, as in 2026-01-31").exception();
    }
}
