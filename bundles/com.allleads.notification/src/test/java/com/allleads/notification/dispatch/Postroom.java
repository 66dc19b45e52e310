package com.allleads.notification.dispatch;

import static org.awaitility.Awaitility.await;

import com.allleads.api.notification.MessageTemplate;
import com.allleads.api.person.PersonId;
import com.allleads.api.registration.Accounts;
import com.allleads.api.vault.Field;
import com.allleads.notification.Bell;
import com.allleads.notification.BookOfConsent;
import com.allleads.notification.FakeReference;
import com.allleads.notification.MessageState;
import com.allleads.notification.Messages;
import com.allleads.notification.SmallVault;
import com.allleads.notification.StoredMessage;
import com.allleads.notification.StoredOutbox;
import com.allleads.spi.channel.ChannelMessage;
import com.allleads.spi.channel.MessageChannel;
import com.allleads.store.testing.StoreRule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Notification with all its parts on real tables; vault, consent and accounts in miniature; a clock that can be put forward. */
public final class Postroom {

    static final Duration LEASE = Duration.ofSeconds(90);

    public final BookOfConsent consent = new BookOfConsent();
    public final SmallVault vault;
    public final Messages messages;
    public final StoredOutbox outbox;
    final StoreRule store;
    final Bell bell = new Bell();
    final InstalledTemplates templates = new InstalledTemplates();
    final InstalledChannels channels = new InstalledChannels();
    final AccountGate accounts = new AccountGate();
    final Map<PersonId, Accounts.Status> statuses = new ConcurrentHashMap<>();

    private final List<Dispatcher> dispatchers = new ArrayList<>();
    private int installed;
    private volatile Duration ahead = Duration.ZERO;

    public Postroom(StoreRule store) {
        this.store = store;
        store.jdbi().useHandle(handle -> handle.execute("DELETE FROM notification_message"));
        store.jdbi().useHandle(handle -> handle.execute("DELETE FROM notification_announcement"));
        channels.bindGlassBox(bundle -> true);
        this.vault = new SmallVault(consent, store.transactions());
        this.messages = new Messages(store.jdbi());
        this.outbox = new StoredOutbox(messages, vault, store.transactions(), bell);
        this.accounts.accounts = new KnownStatuses();
    }

    Dispatcher open() {
        return open(new DispatchSettings("Test site", "https://site.example", 3, 4, 64, LEASE, Duration.ofMillis(50)));
    }

    Dispatcher open(DispatchSettings settings) {
        Dispatcher dispatcher = new Dispatcher(
                store.jdbi(),
                store.groupCommit(),
                vault,
                consent,
                templates,
                channels,
                accounts,
                bell,
                settings,
                clock());
        dispatchers.add(dispatcher);
        return dispatcher;
    }

    /** With a channel and templates for welcome and news. */
    public void openWithNews() {
        install(1, RecordingChannel.inside());
        install(Letter.welcome());
        install(Letter.news());
        open();
    }

    /** With a channel and this template; what the channel is handed. */
    public List<ChannelMessage> openWith(MessageTemplate template) {
        RecordingChannel channel = install(1, RecordingChannel.inside());
        install(template);
        open();
        return channel.handed;
    }

    /** Lets the account of somebody be deactivated. */
    public void deactivate(PersonId person) {
        statuses.put(person, Accounts.Status.DEACTIVATED);
    }

    public void close() {
        dispatchers.forEach(Dispatcher::stop);
    }

    /** Somebody with an active account. */
    public PersonId person() {
        PersonId person = PersonId.random();
        vault.enrol(person, Map.of(Field.NAME, "Ada", Field.EMAIL, "ada@mail.example"), "registration");
        statuses.put(person, Accounts.Status.ACTIVE);
        return person;
    }

    /** Stores a message in a transaction of its own. */
    public void send(String key, PersonId person, String template) {
        store.transactions().required(() -> outbox.send(key, person, template, Map.of("pin", "123456")));
    }

    void install(MessageTemplate template) {
        templates.add(new FakeReference<>(installed++), template);
    }

    void removeChannel(int ranking) {
        channels.remove(new FakeReference<>(ranking));
    }

    <C extends MessageChannel> C install(int ranking, C channel) {
        channels.add(new FakeReference<>(ranking), channel);
        return channel;
    }

    void putForward(Duration by) {
        ahead = ahead.plus(by);
    }

    Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Instant.now().plus(ahead);
            }
        };
    }

    StoredMessage only() {
        List<StoredMessage> all = messages.newest(Optional.empty(), 10);
        if (all.size() != 1) {
            throw new AssertionError("messages: " + all);
        }
        return all.get(0);
    }

    public void awaitSent(int count) {
        awaitEnded(MessageState.SENT, count);
    }

    public void awaitEnded(MessageState state, int count) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> messages.newest(Optional.of(state), count + 1).size() == count);
    }

    StoredMessage awaitOnly(MessageState state) {
        await().atMost(Duration.ofSeconds(20)).until(() -> only().state() == state);
        return only();
    }

    /** Waits until the only message was looked at and stands for this reason. */
    StoredMessage awaitReason(String part) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> only().state() != MessageState.SENDING
                        && only().reason()
                                .filter(reason -> reason.contains(part))
                                .isPresent());
        return only();
    }

    private final class KnownStatuses implements Accounts {

        @Override
        public Optional<Status> status(PersonId person) {
            return Optional.ofNullable(statuses.get(person));
        }

        @Override
        public Set<PersonId> registered(Collection<PersonId> people) {
            return statuses.keySet();
        }

        @Override
        public Set<PersonId> deactivated(Collection<PersonId> people) {
            return Set.of();
        }

        @Override
        public String language(PersonId person) {
            return "en";
        }

        @Override
        public boolean passwordMatches(PersonId person, String password) {
            return false;
        }
    }
}
