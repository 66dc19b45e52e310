package com.allleads.audit;

import com.allleads.api.audit.Channel;
import com.allleads.api.rest.FieldErrors;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which acts are looked for; what is empty is not looked at.
 *
 * @param operator by whom
 * @param action what
 * @param subject the identifier of what it was done to
 * @param channel by what
 * @param state what came of it
 * @param since not before
 */
public record ActFilter(
        Optional<String> operator,
        Optional<String> action,
        Optional<String> subject,
        Optional<Channel> channel,
        Optional<ActState> state,
        Optional<Instant> since) {

    /** All of them. */
    public static final ActFilter ALL = new ActFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Reads what was entered; null or blank is not looked at.
     *
     * @throws com.allleads.api.rest.ProblemException 422 naming what cannot be read
     */
    public static ActFilter read(
            String operator, String action, String subject, String channel, String state, String since) {
        FieldErrors errors = new FieldErrors();
        Optional<Channel> by = known(Channel.values(), channel);
        Optional<ActState> is = known(ActState.values(), state);
        Optional<Instant> from = given(since).flatMap(ActFilter::instant);
        errors.require(by.isPresent() || given(channel).isEmpty(), "channel", "must be one of CONSOLE, REST, PAGE")
                .require(
                        is.isPresent() || given(state).isEmpty(), "state", "must be one of DONE, REFUSED, FAILED, OPEN")
                .require(
                        from.isPresent() || given(since).isEmpty(),
                        "since",
                        "must be a time in UTC, as in 2026-01-31T00:00:00Z")
                .refuse();
        return new ActFilter(given(operator), given(action), given(subject), by, is, from);
    }

    /** Conditions on a beginning {@code b} and its end {@code e}, each with what it is bound to. */
    Map<String, Map<String, Object>> conditions() {
        Map<String, Map<String, Object>> conditions = new LinkedHashMap<>();
        operator.ifPresent(name -> conditions.put("b.operator = :operator", Map.of("operator", name)));
        action.ifPresent(name -> conditions.put("b.action = :action", Map.of("action", name)));
        subject.ifPresent(id -> conditions.put("b.subject = :subject", Map.of("subject", id)));
        channel.ifPresent(by -> conditions.put("b.channel = :channel", Map.of("channel", by.name())));
        state.ifPresent(is -> conditions.put(
                is == ActState.OPEN ? "e.number IS NULL" : "e.outcome = :outcome",
                is == ActState.OPEN ? Map.of() : Map.of("outcome", is.name())));
        since.ifPresent(from -> conditions.put("b.written_at >= :since", Map.of("since", from.toEpochMilli())));
        return conditions;
    }

    private static Optional<String> given(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static <E extends Enum<E>> Optional<E> known(E[] values, String text) {
        return Stream.of(values).filter(value -> value.name().equals(text)).findFirst();
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
