package ${package};

import java.io.IOException;
import org.joda.money.Money;

/**
 * What the processor asks of the company behind it. {@link TrialCompany} answers until calls to the real one take its place.
 *
 * <p>{@code IOException} says that nobody knows whether the company did it: no connection, no answer in time, an answer that
 * cannot be read, a server's error. What the company itself refused is an answer. Used by many threads.
 */
interface Company {

    /** Whether the company knows the card. */
    boolean knows(String token) throws IOException;

    /**
     * Takes money from a card, once for a key however often it is asked.
     *
     * @return false where the card was declined
     */
    boolean take(String key, String token, Money amount) throws IOException;

    /** Whether money was taken under a key. */
    boolean hasTaken(String key) throws IOException;

    /**
     * Gives back money of a charge, once for a key however often it is asked.
     *
     * @return false where less is left of the charge
     */
    boolean giveBack(String key, String chargeKey, Money amount) throws IOException;
}
