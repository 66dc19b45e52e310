package com.allleads.consent.cache;

import com.allleads.api.consent.CachedConsent;
import com.allleads.api.consent.Consent;
import com.allleads.api.person.PersonId;
import com.allleads.api.policy.PolicyTerms;
import com.allleads.consent.KnownPurposes;
import com.allleads.consent.KnownPurposes.KnownPurpose;
import com.allleads.consent.decisions.DecisionFeed;
import com.allleads.consent.decisions.Decisions;
import com.allleads.consent.decisions.UnderWay;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Jdbi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers answers until a decision of that person, of any node, is heard of. The table of decisions is looked at several times a
 * second; an answer counts only while the last look that succeeded began less than a second ago, so that a database that hangs makes
 * answers slow and never old.
 *
 * <p>Of whoever decides on this node nothing is remembered from the moment at which the decision is written until it is heard of as committed:
 * between the two nobody knows which answer is right, and the database is asked.
 */
@Component(immediate = true)
public final class RememberedConsent implements CachedConsent {

    private static final Logger LOG = LoggerFactory.getLogger(RememberedConsent.class);

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final long OLDEST_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long MOST = 200_000;

    private final Consent consent;
    private final KnownPurposes purposes;
    private final Decisions decisions;
    private final UnderWay underWay;
    private final LongSupplier nanos;
    private final DecisionFeed feed;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "consent-decisions");
        thread.setDaemon(true);
        return thread;
    });

    private final Cache<Question, Answer> answers =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final Object heard = new Object();

    /** Grows with everything that is heard of; an answer that was read across such a moment is not remembered. */
    private volatile long hearings;

    private volatile boolean looked;
    private volatile long lookedAt;
    private volatile int policyVersion = -1;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public volatile PolicyTerms policy;

    @Activate
    @SuppressWarnings("FutureReturnValueIgnored") // a look notes what fails in it
    public RememberedConsent(
            @Reference Consent consent,
            @Reference KnownPurposes purposes,
            @Reference Decisions decisions,
            @Reference UnderWay underWay,
            @Reference(target = "(schema=com.allleads.consent)") Jdbi jdbi) {
        this(consent, purposes, decisions, underWay, jdbi, System::nanoTime);
        clock.scheduleWithFixedDelay(this::lookQuietly, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** One that looks only when it is told to. */
    public RememberedConsent(
            Consent consent,
            KnownPurposes purposes,
            Decisions decisions,
            UnderWay underWay,
            Jdbi jdbi,
            LongSupplier nanos) {
        this.consent = consent;
        this.purposes = purposes;
        this.decisions = decisions;
        this.underWay = underWay;
        this.nanos = nanos;
        this.feed = new DecisionFeed(jdbi);
    }

    @Deactivate
    public void stop() {
        clock.shutdownNow();
    }

    @Override
    public boolean standing(PersonId person, String purpose) {
        KnownPurpose known = purposes.find(purpose).orElse(null);
        if (known == null) {
            return false;
        }
        if (!current() || underWay.isOf(person)) {
            return consent.allows(person, purpose);
        }
        Question question = new Question(person, purpose);
        Answer answer = answers.getIfPresent(question);
        return (answer != null && answer.about().equals(known)) ? answer.allowed() : read(question, known);
    }

    /** Looks at what was decided since the last time. */
    public void look() {
        long from = nanos.getAsLong();
        Instant now = Instant.now();
        feed.next(now).forEach(told -> {
            forget(told.person());
            underWay.committed(told.person(), told.receipt());
        });
        underWay.sweep(now);
        lookAtPolicy();
        lookedAt = from;
        looked = true;
    }

    /** A new version may hold back what was allowed before. */
    private void lookAtPolicy() {
        PolicyTerms versions = policy;
        int version = versions == null ? 0 : versions.inForce();
        if (version != policyVersion) {
            policyVersion = version;
            synchronized (heard) {
                hearings++;
                answers.invalidateAll();
            }
        }
    }

    private boolean current() {
        return looked && nanos.getAsLong() - lookedAt < OLDEST_NANOS;
    }

    private boolean read(Question question, KnownPurpose known) {
        long before = hearings;
        boolean allowed = consent.allows(question.person(), question.purpose());
        // Decisions that end by themselves, and refusals that end by accepting the policy, are no news in the table of
        // decisions.
        if (allowed ? lasts(question) : known.isChoice() && refused(question)) {
            synchronized (heard) {
                if (hearings == before && !underWay.isOf(question.person())) {
                    answers.put(question, new Answer(known, allowed));
                }
            }
        }
        return allowed;
    }

    /** Whether a yes has no end of its own. */
    private boolean lasts(Question question) {
        return decisions.latest(question.person()).stream()
                .filter(decision -> decision.purpose().equals(question.purpose()))
                .allMatch(decision -> decision.validUntil().isEmpty());
    }

    /** Whether it was the person who refused, or never said yes. */
    private boolean refused(Question question) {
        return decisions.granted(question.person(), question.purpose()).isEmpty();
    }

    private void forget(PersonId person) {
        synchronized (heard) {
            hearings++;
            purposes.all()
                    .forEach(known -> answers.invalidate(
                            new Question(person, known.purpose().id())));
        }
    }

    private void lookQuietly() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("Decisions of other nodes cannot be looked at; until they can, every answer is read fresh", e);
        }
    }

    private record Question(PersonId person, String purpose) {}

    /** An answer, and about which declaration of the purpose: a capability that is updated declares anew. */
    private record Answer(KnownPurpose about, boolean allowed) {}
}
