package com.allleads.audit;

import com.allleads.api.audit.Audit;
import com.allleads.api.audit.OperatorAct;
import com.allleads.api.audit.Outcome;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.ProblemException;
import com.allleads.api.store.StoreException;
import com.allleads.audit.Entry.Beginning;
import com.allleads.audit.Entry.End;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what operators do. */
@Component(service = Audit.class)
public final class AuditTrail implements Audit {

    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);

    private final Trail trail;
    private final Reasons reasons;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public AuditTrail(@Reference Trail trail, @Reference Reasons reasons) {
        this.trail = trail;
        this.reasons = reasons;
    }

    @Override
    public Begun begin(OperatorAct act) {
        Instant at = Instant.ofEpochMilli(clock.millis());
        long number;
        try {
            number = begin(act, at);
        } catch (JdbiException | StoreException e) {
            LOG.error("An act of an operator could not be written down and was refused: {}", act, e);
            throw Problem.unavailable("This could not be written down, so it was not done. The log says why.")
                    .exception();
        }
        return (outcome, problem) -> end(number, act, at, outcome, problem);
    }

    private long begin(OperatorAct act, Instant at) {
        return trail.append(next -> new Beginning(at, act, reasons.keep(act, next)));
    }

    private void end(long number, OperatorAct act, Instant at, Outcome outcome, Optional<String> problem) {
        try {
            // A backup that the act restored does not know of its beginning.
            long begun = trail.has(number, act.action(), at.toEpochMilli()) ? number : begin(act, at);
            trail.append(next -> new End(clock.instant(), begun, outcome, problem));
        } catch (JdbiException | StoreException | IllegalStateException | ProblemException e) {
            LOG.error("What came of the operator's act {} could not be written down: {}", number, outcome, e);
        }
    }
}
