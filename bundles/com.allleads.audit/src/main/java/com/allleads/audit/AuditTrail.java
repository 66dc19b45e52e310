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
        long number;
        try {
            number = trail.append(next -> new Beginning(clock.instant(), act, reasons.keep(act, next)));
        } catch (JdbiException | StoreException e) {
            LOG.error("An act of an operator could not be written down and was refused: {}", act, e);
            throw Problem.unavailable("This could not be written down, so it was not done. The log says why.")
                    .exception();
        }
        return (outcome, problem) -> end(number, outcome, problem);
    }

    private void end(long number, Outcome outcome, Optional<String> problem) {
        try {
            trail.append(next -> new End(clock.instant(), number, outcome, problem));
        } catch (JdbiException | StoreException | IllegalStateException | ProblemException e) {
            LOG.error("What came of the operator's act {} could not be written down: {}", number, outcome, e);
        }
    }
}
