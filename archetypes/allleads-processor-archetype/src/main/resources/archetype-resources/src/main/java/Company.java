package ${package};

import com.allleads.spi.payment.ChargeRequest;
import com.allleads.spi.payment.RefundRequest;
import java.io.IOException;

/**
 * What the processor asks of the company behind it. {@link TrialCompany} answers until calls to the real one take its place.
 *
 * <p>{@code IOException} says that nobody knows whether the company did it: no connection, no answer in time, an answer that
 * cannot be read, a server's error. What the company itself refused is an answer. Used by many threads.
 */
interface Company {

    /** Whether the company knows the card. */
    boolean knows(String token) throws IOException;

    /** Takes money from a card, once for a key however often it is asked. */
    Answer take(ChargeRequest request) throws IOException;

    /** What the company has under a key. */
    Answer find(String key) throws IOException;

    /**
     * Gives back money of a charge, once for a key however often it is asked.
     *
     * @return false where less is left of the charge
     */
    boolean giveBack(RefundRequest request) throws IOException;

    /** What the company says of a charge. */
    enum Answer {
        /** The money was taken. */
        TAKEN,
        /** The money will be taken later, and a call-back tells of it. */
        ACCEPTED,
        /** The card was declined. */
        DECLINED,
        /** The company has nothing under this key. */
        NOTHING
    }
}
