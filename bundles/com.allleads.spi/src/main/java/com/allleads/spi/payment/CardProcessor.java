package com.allleads.spi.payment;

import com.allleads.spi.party.PartyDeclaration;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A card processor, implemented by an integrator and registered as an OSGi service.
 *
 * <p>The rules. The conformance kit ({@code com.allleads.payment.tck}) has a test for each, found by its number:
 *
 * <ol>
 *   <li><b>Idempotent.</b> {@link #charge} and {@link #refund} called again with a key seen before move no money again
 *       and answer what is now known of that key, in every later version of the processor too. Keys that differ in one
 *       character, or in one letter's case, are different keys.
 *   <li><b>Say only what is known.</b> An answer is final for {@code Settled}, {@code Declined} and
 *       {@code NotAttempted}. Whoever cannot know answers {@code Unknown}; an exception or an answer later than ten
 *       seconds counts as {@code Unknown} too, never as a refusal.
 *   <li><b>Found again.</b> {@link #lookup} by the key tells what became of a charge, also after a restart of either
 *       side. It never moves money.
 *   <li><b>Nothing found is not nothing done.</b> {@code NothingFound} is believed only when the charge is older than
 *       {@link ProcessorTraits#finalAfter()}. {@code Fenced} is believed at once: it promises that a charge with this
 *       key, though it may still be under way, will never move money.
 *   <li><b>Many threads.</b> Every method may be called by many threads at the same time, with the same key too.
 *   <li><b>Going.</b> After the service is unregistered calls under way may still finish; the bundle should let them.
 *       Calls that do not are looked up when a processor of the same name is back. Who is called after the end moves no
 *       money that a look-up would not find.
 *   <li><b>Constant.</b> {@link #declaration()}, {@link #traits()}, {@link #cardForm()}, {@link #cardFormHosts()} and
 *       {@link #cardSetupHosts()} answer the same as long as the service is registered.
 *   <li><b>Declared.</b> The declaration names at least one use and no secondary one, everything that a charge hands
 *       over (the card's token, the amount, the reference), who the party is, what it keeps, and where its own privacy
 *       policy is; hosts that the card page needs are named as in {@code https://js.processor.example}. The platform
 *       hands nothing to a processor that does not.
 *   <li><b>To the minor unit.</b> A charge or refund moves exactly its amount, in its currency. What is not in
 *       {@link ProcessorTraits#currencies()} is declined or not attempted, never converted.
 *   <li><b>Refunds.</b> All refunds of a charge together give back at most what it settled, in its currency; what took no
 *       money gives none back. A processor that gives nothing back answers {@code Refused}.
 *   <li><b>Authentic call-backs.</b> {@link #readCallback} believes only what its own company wrote: whatever was altered
 *       is refused by {@link InvalidCallbackException} and nothing else. It says the same however often a message comes,
 *       agrees with {@link #lookup}, and moves no money.
 *   <li><b>Tokens stay unsaid.</b> A card's token is in no reason, reference, exception or log.
 *   <li><b>Cards are checked.</b> {@link #checkCard} accepts each sample of the {@link #cardForm()} and every card that can
 *       be charged, rejects what stands for no card, and moves no money.
 *   <li><b>Chargebacks.</b> Money of a settled charge that the card's bank took back is told of by {@link #lookup} as
 *       {@code ChargedBack}, with the total so far: in the charge's currency, never more than it took, never less than was
 *       said before.
 *   <li><b>Set-up by redirect.</b> Who names {@link #cardSetupHosts()} adds cards on pages of its own. {@link #beginCardSetup}
 *       answers one reference and one address for each key, however often it is asked within a day, and the address is under
 *       one of those hosts. {@link #cardSetup} says {@code Done} only once the person added a card, of which
 *       {@link #checkCard} accepts the token, and says it with the same token from then on. Neither moves money, and no
 *       reason, exception or log has the token.
 * </ol>
 *
 * <p>When two services declare the same name, the one of the newer bundle version takes new payments, so that an update
 * can come up beside the version that it replaces.
 */
@ConsumerType
public interface CardProcessor {

    /** Who the processor is, what it receives and keeps; see {@link PartyDeclaration}. Its name is the processor's. */
    PartyDeclaration declaration();

    /** What the processor can do and how long the platform has to wait for certainty. */
    ProcessorTraits traits();

    /** How a person adds a card, shown on the card page and to API clients. */
    CardForm cardForm();

    /**
     * The outside hosts that a browser needs to show this processor's form. The card page's content security policy lets them
     * in while the processor takes payments, and no other page's does.
     *
     * @return as in {@code https://js.processor.example}, over TLS alone; constant while the service is registered. A processor
     *     that names anything else is refused
     */
    default Set<String> cardFormHosts() {
        return Set.of();
    }

    /**
     * The hosts of the processor's own pages on which people add cards. Where there are any, people are sent there and no token
     * is asked for on the site. The card page lets a browser be sent there while the processor takes payments, and no other page
     * does; nothing is loaded from there.
     *
     * @return as in {@code https://pay.processor.example}, over TLS; a company in miniature on this machine itself may be named as
     *     in {@code http://127.0.0.1:8080}. Empty where cards are added by a token. Constant while the service is registered; a
     *     processor that names anything else is refused
     */
    default Set<String> cardSetupHosts() {
        return Set.of();
    }

    /**
     * Prepares a page of the processor's on which one person can add one card; see rule 15. Asked only of a processor that names
     * {@link #cardSetupHosts()}.
     *
     * @param request under which key, and where the browser is to be sent afterwards
     * @return where the person's browser is to go
     */
    default CardSetupStart beginCardSetup(CardSetupRequest request) {
        return new CardSetupStart.Unavailable("Cards are not added on pages of this processor.");
    }

    /**
     * Tells what became of a set-up. Asked when the browser comes back, and again until it is known, since a browser may not come
     * back; for a day at most.
     *
     * @param reference what {@link CardSetupStart.Redirect} named
     * @return what is known now; {@code Ended} for a set-up that the processor does not know
     */
    default CardSetupOutcome cardSetup(String reference) {
        return new CardSetupOutcome.Ended("Cards are not added on pages of this processor.");
    }

    /**
     * Checks a token that the person's browser got from the processor, or that a set-up ended with, and says which card it stands
     * for.
     *
     * @param token opaque to the platform, at most 500 characters
     * @return {@link CardCheck.Accepted}, {@link CardCheck.Rejected} for a token that is not (or no longer) valid, or
     *     {@link CardCheck.Unavailable} where the processor cannot tell now
     */
    CardCheck checkCard(String token);

    /**
     * Charges a card.
     *
     * @param request what to charge, under which key
     * @return what is known now; see rule 2
     */
    ChargeOutcome charge(ChargeRequest request);

    /**
     * Tells what became of a charge.
     *
     * @param key the key that was given to {@link #charge}
     * @return what is known now; see rules 3 and 4
     */
    LookupOutcome lookup(String key);

    /**
     * Gives money back that a charge took, in whole or in part.
     *
     * @param request what to give back, under which key
     * @return what is known now; see rule 2
     */
    RefundOutcome refund(RefundRequest request);

    /**
     * Reads a call-back that arrived over HTTP under the address given in {@link ChargeRequest#callback()}. The
     * processor checks the signature; the platform believes nothing that this method does not return. Call-backs come
     * in any order, repeatedly, before or after the answer of the charge itself.
     *
     * @param message the raw message
     * @return what it says of which charges; empty where it is authentic but says nothing of interest
     * @throws InvalidCallbackException where the message is not authentic or cannot be read; it is answered with 400
     */
    default List<ChargeNews> readCallback(CallbackMessage message) throws InvalidCallbackException {
        throw new InvalidCallbackException("this processor sends no call-backs");
    }
}
