package com.allleads.notification.promises;

import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PromiseCheck;
import com.allleads.api.policy.PromiseState;
import com.allleads.api.registration.AccountDirectory;
import com.allleads.notification.Messages;
import com.allleads.notification.announcement.Announcements;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * {@code messages.service}: whoever was active when an announcement was made has a message of it that was not withheld, and nobody
 * got one after deactivating the account. Each count takes a moment at most: where there is more to look through, the next one goes
 * on where it stopped, and until it is through, what was found the last time stands, save that what is wrong is said at once.
 */
@Component(service = PromiseCheck.class)
public final class AnnouncedToAll implements PromiseCheck {

    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    private final Announcements announcements;
    private final Messages messages;
    private final Clock clock;
    private final Duration longest;
    private Optional<ReachLook> going = Optional.empty();
    private Optional<ReachLook.Found> last = Optional.empty();

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile AccountDirectory directory;

    @Activate
    public AnnouncedToAll(@Reference Announcements announcements, @Reference Messages messages) {
        this(announcements, messages, Clock.systemUTC(), A_MOMENT);
    }

    AnnouncedToAll(Announcements announcements, Messages messages, Clock clock, Duration longest) {
        this.announcements = announcements;
        this.messages = messages;
        this.clock = clock;
        this.longest = longest;
    }

    @Override
    public String promise() {
        return "messages.service";
    }

    @Override
    public Evidence count() {
        AccountDirectory people = directory;
        if (people == null) {
            return Evidence.unproven("Nobody can be asked who has an account: the capability that knows is absent.");
        }
        ReachLook look = going.orElseGet(() -> new ReachLook(announcements.all(), messages, clock.instant()));
        going = Optional.of(look);
        boolean through = look.goOn(people, longest);
        if (through) {
            going = Optional.empty();
            last = Optional.of(look.found());
        }
        return look.found().isBroken()
                ? evidence(look.found())
                : last.map(AnnouncedToAll::evidence)
                        .orElseGet(
                                () -> Evidence.unproven(
                                        "The messages of the announcements are still being looked through for the first time."));
    }

    private static Evidence evidence(ReachLook.Found found) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("activeAccountsMissed", found.missed());
        counts.put("deactivatedAccountsReached", found.reached());
        counts.put("announcements", found.announcements());
        counts.put("announcementsUnderWay", found.underWay());
        counts.put("accountsLookedAt", found.looked());
        counts.put("messagesDelivered", found.delivered());
        counts.put("messagesGivenUp", found.givenUp());
        return new Evidence(
                found.isBroken() ? PromiseState.BROKEN : PromiseState.KEPT,
                counts,
                "Active accounts without a message of an announcement that was sent out, or whose message was withheld;"
                        + " messages of announcements that were delivered after the account was deactivated. A message"
                        + " that no channel could deliver is given up, and an operator may have it tried again.");
    }
}
