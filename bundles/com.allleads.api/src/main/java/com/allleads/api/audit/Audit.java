package com.allleads.api.audit;

import com.allleads.api.rest.Problem;
import com.allleads.api.rest.ProblemException;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The record of what operators did: append-only, and each entry carries a hash over itself and the entry before. Whoever lets
 * operators change something, or see somebody's data, by a page, by REST or by a command, does it within {@link #perform}.
 *
 * <p>An act leaves two entries. The first is durable before the act is done, so that none is without a record, whatever
 * happens meanwhile; the second says what came of it. An act of which only the first is there was cut off, and may have been
 * done.
 *
 * <p>Where the service is missing, acts are refused: see {@link #missing()}. Safe for use by many threads.
 */
@ProviderType
public interface Audit {

    /**
     * Writes down that an act begins.
     *
     * @return takes what came of it
     * @throws ProblemException 503 where it cannot be written down, so that the act must not be done; where the subject is a person,
     *     also where the vault is away, which seals the reason
     * @throws IllegalStateException inside a JTA transaction, whose roll-back would take the entry along
     */
    Begun begin(OperatorAct act);

    /**
     * Does an act and writes it down.
     *
     * @param act what is done
     * @param work does it. A {@link ProblemException} below 500 or an {@link IllegalArgumentException} says that it was refused;
     *     any other exception, that it failed
     * @return what the work returned
     * @throws ProblemException as {@link #begin}; the work was not started. What the work throws is thrown on as it is
     */
    default <T> T perform(OperatorAct act, Supplier<T> work) {
        Begun begun = begin(act);
        T result;
        try {
            result = work.get();
        } catch (ProblemException e) {
            begun.ended(
                    e.problem().status() < 500 ? Outcome.REFUSED : Outcome.FAILED,
                    Optional.of(e.problem().type()));
            throw e;
        } catch (IllegalArgumentException e) {
            begun.ended(Outcome.REFUSED, Optional.of("invalid-request"));
            throw e;
        } catch (RuntimeException | Error e) {
            begun.ended(Outcome.FAILED, Optional.empty());
            throw e;
        }
        begun.ended(Outcome.DONE, Optional.empty());
        return result;
    }

    /** 503: nobody writes down what operators do, so nothing is done; says how that is mended. */
    static ProblemException missing() {
        return Problem.unavailable("What operators do is written down by com.allleads.audit, which is not there:"
                        + " start it on the console by bundle:start com.allleads.audit. Until then nothing is done.")
                .exception();
    }

    /** An act that began. */
    interface Begun {

        /**
         * Writes down what came of it, once. Throws nothing: the act is done, and without this entry it stands as cut off.
         *
         * @param outcome what came of it
         * @param problem the type of the problem that the operator was answered, where it was one, as in {@code not-found}
         */
        void ended(Outcome outcome, Optional<String> problem);
    }
}
