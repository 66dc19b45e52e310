package com.allleads.notification.dispatch;

import com.allleads.api.config.InvalidConfigurationException;
import com.allleads.api.consent.Consent;
import com.allleads.api.store.Committer;
import com.allleads.api.store.GroupCommit;
import com.allleads.api.vault.Vault;
import com.allleads.notification.Bell;
import com.allleads.notification.MessageState;
import com.allleads.notification.dispatch.Outcome.GivenBack;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is in the outbox. One thread claims messages in batches, a few carry them, and what became of them is written many
 * at a time. Runs only while vault and consent do, so that nothing goes out unasked.
 */
@Component(
        service = {},
        configurationPid = Dispatcher.PID,
        immediate = true)
@Designate(ocd = DispatchConfiguration.class)
public final class Dispatcher {

    static final String PID = "com.allleads.notification";

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    /** A channel has 30 seconds; a message with less of its lease left than this is not begun any more. */
    private static final Duration SAFE_LEASE = Duration.ofSeconds(45);

    /** As many as one thread takes at a time; what they need is revealed at once. */
    private static final int MOST_TOGETHER = 50;

    private static final Duration PATIENCE_AT_END = Duration.ofSeconds(5);

    private final Bell bell;
    private final Clock clock;
    private final Claims claims;
    private final BoundedDelivery delivery = new BoundedDelivery(BoundedDelivery.LONGEST);
    private final Postman postman;
    private final Committer<Ending, Boolean> endings;
    private final ThreadPoolExecutor carriers;
    private final Thread claimer;
    private final AtomicInteger underWay = new AtomicInteger();

    private volatile DispatchSettings settings;
    private volatile boolean stopped;

    @Activate
    public Dispatcher(
            @Reference(target = "(schema=com.allleads.notification)") Jdbi jdbi,
            @Reference GroupCommit groupCommit,
            @Reference Vault vault,
            @Reference Consent consent,
            @Reference InstalledTemplates templates,
            @Reference InstalledChannels channels,
            @Reference AccountGate accounts,
            @Reference Bell bell,
            DispatchConfiguration configuration) {
        this(
                jdbi,
                groupCommit,
                vault,
                consent,
                templates,
                channels,
                accounts,
                bell,
                DispatchSettings.of(configuration),
                Clock.systemUTC());
    }

    Dispatcher(
            Jdbi jdbi,
            GroupCommit groupCommit,
            Vault vault,
            Consent consent,
            InstalledTemplates templates,
            InstalledChannels channels,
            AccountGate accounts,
            Bell bell,
            DispatchSettings settings,
            Clock clock) {
        this.bell = bell;
        this.clock = clock;
        this.settings = settings;
        this.claims = new Claims(jdbi);
        this.postman = new Postman(templates, channels, accounts, vault, consent, delivery, clock, () -> this.settings);
        this.endings = groupCommit.open("notification-endings", new EndingWriter());
        this.carriers = new ThreadPoolExecutor(
                settings.threads(),
                settings.threads(),
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                work -> new Thread(work, "notification-carrier"));
        this.claimer = new Thread(this::claimUntilStopped, "notification-claimer");
        this.claimer.start();
    }

    @Modified
    synchronized void modified(DispatchConfiguration configuration) {
        try {
            settings = DispatchSettings.of(configuration);
        } catch (InvalidConfigurationException e) {
            LOG.error("{}; the settings stay as they were", e.getMessage());
            return;
        }
        // The core may not be larger than the whole at any moment.
        if (settings.threads() > carriers.getMaximumPoolSize()) {
            carriers.setMaximumPoolSize(settings.threads());
            carriers.setCorePoolSize(settings.threads());
        } else {
            carriers.setCorePoolSize(settings.threads());
            carriers.setMaximumPoolSize(settings.threads());
        }
    }

    /** Messages not yet begun are given back; those being handed over get a little time, and else their lease runs out. */
    @Deactivate
    void stop() {
        stopped = true;
        bell.ring();
        try {
            claimer.join(PATIENCE_AT_END.toMillis());
            carriers.shutdown();
            if (!carriers.awaitTermination(PATIENCE_AT_END.toMillis(), TimeUnit.MILLISECONDS)) {
                carriers.shutdownNow();
                carriers.awaitTermination(PATIENCE_AT_END.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            carriers.shutdownNow();
            Thread.currentThread().interrupt();
        } finally {
            delivery.close();
            endings.close();
        }
    }

    private void claimUntilStopped() {
        boolean failing = false;
        while (!stopped) {
            try {
                boolean more = false;
                try {
                    more = claimOnce();
                    failing = false;
                } catch (RuntimeException e) {
                    if (!failing) {
                        LOG.warn("The outbox cannot be read; messages wait", e);
                    }
                    failing = true;
                }
                if (!more) {
                    bell.await(settings.poll());
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /**
     * Claims as many as there is room for.
     *
     * @return whether more may be due
     */
    private boolean claimOnce() {
        DispatchSettings now = settings;
        int room = now.batch() - underWay.get();
        if (room < worthwhile(now)) {
            return false;
        }
        List<Claimed> claimed = claims.claim(room, clock.instant(), now.lease());
        underWay.addAndGet(claimed.size());
        // Each thread gets a part of them, and no part is so large that the leases of the last ones run out.
        int part = Math.min(MOST_TOGETHER, (claimed.size() + now.threads() - 1) / now.threads());
        for (int i = 0; i < claimed.size(); i += part) {
            List<Claimed> together = claimed.subList(i, Math.min(i + part, claimed.size()));
            carriers.execute(() -> carry(together));
        }
        return claimed.size() == room;
    }

    /** Fewer are not worth a claim, as long as others are under way. */
    private static int worthwhile(DispatchSettings settings) {
        return (settings.batch() + 1) / 2;
    }

    private void carry(List<Claimed> messages) {
        Map<Boolean, List<Claimed>> begun = messages.stream().collect(Collectors.partitioningBy(this::mayBegin));
        begun.get(false).forEach(message -> note(message, new GivenBack()));
        postman.carryAll(begun.get(true), this::mayBegin, this::note);
    }

    private boolean mayBegin(Claimed message) {
        return !stopped && !clock.instant().plus(SAFE_LEASE).isAfter(message.leaseEnd());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the last stage sees every failure
    private void note(Claimed message, Outcome outcome) {
        try {
            Ending ending = Ending.of(message, outcome, clock.instant(), settings.attempts());
            endings.submit(ending).whenComplete((written, failure) -> ended(ending, failure));
        } catch (RuntimeException e) {
            // Its lease runs out, and it is tried again.
            LOG.warn("What became of message {} could not be noted", message.id(), e);
            leave();
        }
    }

    private void ended(Ending ending, Throwable failure) {
        Claimed message = ending.message();
        if (failure != null) {
            LOG.warn("What became of message {} could not be noted", message.id(), failure);
        } else if (ending.state() == MessageState.DEAD) {
            LOG.warn(
                    "Message {} ({}) was given up: {}. See allleads:outbox --state DEAD",
                    message.id(),
                    message.template(),
                    ending.reason().orElse(""));
        }
        leave();
    }

    private void leave() {
        DispatchSettings now = settings;
        if (underWay.decrementAndGet() == now.batch() - worthwhile(now)) {
            bell.ring();
        }
    }
}
