package com.allleads.registration;

import com.allleads.api.person.PersonId;
import com.allleads.api.store.Transactions;
import com.allleads.api.vault.Vault;
import com.allleads.registration.credentials.Pins;
import com.allleads.registration.messages.ContactReviewMessage;
import com.allleads.registration.messages.CopiedSessionMessage;
import com.allleads.registration.operators.OperatorSessions;
import com.allleads.registration.sessions.StoredSessions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is due without anybody asking: people are reminded to review their contact data, registrations that nobody verified
 * are erased, and expired sessions and PINs are forgotten. Any number of nodes may do so at the same time.
 */
@Component(
        service = {},
        immediate = true)
public final class Housekeeping {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private static final Duration FIRST = Duration.ofMinutes(2);
    /** Who is told that a cookie was copied wants to know soon. */
    private static final Duration OFTEN = Duration.ofMinutes(1);

    private static final Duration PERIOD = Duration.ofHours(1);
    /** As many people as one round takes care of; the rest have their turn in the next. */
    private static final int PER_ROUND = 1_000;

    private final Vault vault;
    private final AccountMail mail;
    private final Transactions transactions;
    private final AccountTable accounts;
    private final StoredSessions sessions;
    private final OperatorSessions operators;
    private final Pins pins;
    private final RegistrationSettings settings;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "registration-housekeeping"));

    @Activate
    @SuppressWarnings("FutureReturnValueIgnored") // a round notes what fails in it
    public Housekeeping(
            @Reference Vault vault,
            @Reference AccountMail mail,
            @Reference Transactions transactions,
            @Reference AccountTable accounts,
            @Reference StoredSessions sessions,
            @Reference OperatorSessions operators,
            @Reference Pins pins,
            @Reference RegistrationSettings settings) {
        this.vault = vault;
        this.mail = mail;
        this.transactions = transactions;
        this.accounts = accounts;
        this.sessions = sessions;
        this.operators = operators;
        this.pins = pins;
        this.settings = settings;
        clock.scheduleWithFixedDelay(
                () -> attempt("tell people of copied cookies", this::tellOfCopies),
                OFTEN.toSeconds(),
                OFTEN.toSeconds(),
                TimeUnit.SECONDS);
        clock.scheduleWithFixedDelay(this::round, FIRST.toSeconds(), PERIOD.toSeconds(), TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        clock.shutdown();
    }

    /** A failure of one task must not keep the others from their turn, nor end the rounds to come. */
    private void round() {
        attempt("remind people of their contact data", this::remind);
        attempt("erase registrations that nobody verified", this::forget);
        attempt("sweep sessions and PINs", this::sweep);
    }

    void remind() {
        Instant due = settings.now().reviewDue(Instant.now());
        for (PersonId person : accounts.neverOffered(due, PER_ROUND)) {
            if (clock.isShutdown()) {
                return;
            }
            transactions.required(() -> {
                if (accounts.offerReview(person, due)) {
                    mail.send(
                            "contact-review-" + person + "-" + due.toEpochMilli(),
                            person,
                            ContactReviewMessage.ID,
                            Map.of());
                }
            });
        }
    }

    void tellOfCopies() {
        sessions.tellOfCopies(
                PER_ROUND,
                (person, session) -> mail.send("copied-session-" + session, person, CopiedSessionMessage.ID, Map.of()));
    }

    void forget() {
        Instant before = Instant.now().minus(settings.now().forgotten());
        for (PersonId person : accounts.toForget(before, PER_ROUND)) {
            if (clock.isShutdown()) {
                return;
            }
            // From here on nobody can verify it; a crash before the erasure leaves it to the next round.
            if (accounts.forgetting(person)) {
                vault.erase(person);
            }
        }
    }

    void sweep() {
        sessions.sweep();
        operators.sweep();
        pins.sweep(Instant.now().minus(settings.now().forgotten()));
    }

    private static void attempt(String what, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.warn("Could not {}; tried again later", what, e);
        }
    }
}
