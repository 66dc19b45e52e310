package com.allleads.audit;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.audit.Outcome;
import java.time.Instant;
import java.util.Optional;

/** What is appended to the record. */
sealed interface Entry {

    /** When. */
    Instant at();

    /**
     * An act begins.
     *
     * @param act what is done
     * @param reason as it is kept
     */
    record Beginning(Instant at, OperatorAct act, KeptReason reason) implements Entry {}

    /**
     * An act ended.
     *
     * @param begun the number of its beginning
     * @param outcome what came of it
     * @param problem the type of the problem that was answered
     */
    record End(Instant at, long begun, Outcome outcome, Optional<String> problem) implements Entry {}
}
