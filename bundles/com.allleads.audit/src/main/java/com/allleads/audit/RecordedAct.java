package com.allleads.audit;

import com.allleads.api.audit.Channel;
import com.allleads.api.audit.Subject;
import com.allleads.api.operator.Operator;
import java.time.Instant;
import java.util.Optional;

/**
 * An act as it was recorded.
 *
 * @param number its place in the record
 * @param at when it began
 * @param operator who did it
 * @param role in which role
 * @param channel by what
 * @param action what
 * @param subject what it was done to
 * @param reason why; empty also where the person whom it is about was erased
 * @param state where it stands
 * @param problem why it was refused
 * @param endedAt when it ended
 */
public record RecordedAct(
        long number,
        Instant at,
        String operator,
        Operator.Role role,
        Channel channel,
        String action,
        Optional<Subject> subject,
        Optional<String> reason,
        ActState state,
        Optional<String> problem,
        Optional<Instant> endedAt) {

    static RecordedAct of(Trail.Joined joined, Optional<String> reason) {
        StoredEntry entry = joined.entry();
        return new RecordedAct(
                entry.number(),
                Instant.ofEpochMilli(entry.at()),
                entry.operator().orElse(""),
                Operator.Role.valueOf(entry.role().orElseThrow()),
                Channel.valueOf(entry.channel().orElseThrow()),
                entry.action().orElse(""),
                entry.subject()
                        .flatMap(id -> Subject.entered(entry.subjectKind().orElse(""), id)),
                reason,
                entry.outcome().map(ActState::valueOf).orElse(ActState.OPEN),
                entry.problem(),
                joined.endedAt() == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(joined.endedAt())));
    }

    /** Leaves the reason out. */
    @Override
    public String toString() {
        return "RecordedAct[" + number + ", " + action + ", " + state + "]";
    }
}
