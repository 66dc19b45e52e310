package com.allleads.consent.asking;

import com.allleads.api.consent.Decision;
import com.allleads.api.consent.Occasion;
import com.allleads.api.consent.Purpose;
import com.allleads.api.person.PersonId;
import com.allleads.consent.ConsentSettings;
import com.allleads.consent.KnownPurposes;
import com.allleads.consent.KnownPurposes.KnownPurpose;
import com.allleads.consent.asking.Asked.Asking;
import com.allleads.consent.decisions.Decisions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Says about which choices a person may be asked now. Nobody is asked who agreed; who refused not before a long while, who did not
 * answer not before a shorter one, nobody more than a few times, and never about what the signal of their browser refused.
 */
@Component(service = AskingRules.class)
public final class AskingRules {

    /** One asking: as long as a person who sees the question may see it again. */
    private static final Duration ONE_ASKING = Duration.ofDays(1);

    private final KnownPurposes purposes;
    private final Decisions decisions;
    private final Asked asked;
    private final ConsentSettings settings;
    private final Clock clock;

    @Activate
    public AskingRules(
            @Reference KnownPurposes purposes,
            @Reference Decisions decisions,
            @Reference Asked asked,
            @Reference ConsentSettings settings) {
        this(purposes, decisions, asked, settings, Clock.systemUTC());
    }

    public AskingRules(
            KnownPurposes purposes, Decisions decisions, Asked asked, ConsentSettings settings, Clock clock) {
        this.purposes = purposes;
        this.decisions = decisions;
        this.asked = asked;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The choices about which the person may be asked.
     *
     * @param signal whether the request carries the Global Privacy Control signal
     */
    public List<Purpose> due(PersonId person, boolean signal) {
        List<Decision> latest = decisions.latest(person);
        Map<String, Asking> before = asked.of(person);
        return purposes.all().stream()
                .filter(KnownPurpose::isChoice)
                .map(KnownPurpose::purpose)
                .filter(purpose -> !signal || !purpose.yieldsToSignal())
                .filter(purpose -> mayAsk(
                        latest.stream()
                                .filter(decision -> decision.purpose().equals(purpose.id()))
                                .findFirst(),
                        Optional.ofNullable(before.get(purpose.id()))))
                .toList();
    }

    /** Notes that the person is asked about these choices; seen again within a day it is the same asking. */
    public void asks(PersonId person, List<Purpose> about) {
        Map<String, Asking> before = asked.of(person);
        Instant now = now();
        about.forEach(purpose -> {
            Optional<Asking> last = Optional.ofNullable(before.get(purpose.id()));
            if (last.filter(asking -> isGoingOn(asking, now)).isEmpty()) {
                asked.note(person, purpose.id(), last, now);
            }
        });
    }

    private boolean mayAsk(Optional<Decision> latest, Optional<Asking> before) {
        ConsentSettings.Values rules = settings.now();
        Instant now = now();
        if (rules.times() == 0
                || latest.filter(decision -> isSettled(decision, rules, now)).isPresent()) {
            return false;
        }
        return before.map(asking -> isGoingOn(asking, now)
                        || (asking.times() < rules.times()
                                && !asking.last().plus(rules.unanswered()).isAfter(now)))
                .orElse(true);
    }

    /** A yes is, until it ends by itself; a no of a signal for good; any other no for a while. */
    private static boolean isSettled(Decision decision, ConsentSettings.Values rules, Instant now) {
        if (decision.granted()) {
            return decision.validUntil().map(now::isBefore).orElse(true);
        }
        return decision.occasion().point().equals(Occasion.SIGNAL)
                || decision.decidedAt()
                        .atZone(ZoneOffset.UTC)
                        .plus(rules.afterRefusal())
                        .toInstant()
                        .isAfter(now);
    }

    private static boolean isGoingOn(Asking asking, Instant now) {
        return asking.last().plus(ONE_ASKING).isAfter(now);
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
