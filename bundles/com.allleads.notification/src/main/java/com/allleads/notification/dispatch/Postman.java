package com.allleads.notification.dispatch;

import com.allleads.api.consent.Consent;
import com.allleads.api.consent.Ground;
import com.allleads.api.notification.MessageTemplate;
import com.allleads.api.person.PersonId;
import com.allleads.api.vault.Field;
import com.allleads.api.vault.Reveal;
import com.allleads.api.vault.Reveal.Refused;
import com.allleads.api.vault.Reveal.Revealed;
import com.allleads.api.vault.Vault;
import com.allleads.notification.MessageValues;
import com.allleads.notification.OptionalPurposes;
import com.allleads.notification.dispatch.Outcome.Ended;
import com.allleads.notification.dispatch.Outcome.Failed;
import com.allleads.notification.dispatch.Outcome.GivenBack;
import com.allleads.notification.dispatch.Outcome.Grounds;
import com.allleads.notification.dispatch.Outcome.Sent;
import com.allleads.notification.dispatch.Outcome.Waits;
import com.allleads.notification.dispatch.Texts.Written;
import com.allleads.spi.channel.ChannelKind;
import com.allleads.spi.channel.ChannelMessage;
import com.allleads.spi.channel.Delivery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries messages: decides whether each may go, writes it, and hands it to a channel. Never in a transaction. */
final class Postman {

    /** Says to mail programs that nobody is there to be answered automatically (RFC 3834). */
    static final Map<String, String> HEADERS = Map.of("Auto-Submitted", "auto-generated");

    /** As long as revealed data waits for its turn; consent may have been withdrawn since. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final InstalledTemplates templates;
    private final InstalledChannels channels;
    private final AccountGate accounts;
    private final Vault vault;
    private final Consent consent;
    private final Clock clock;
    private final Supplier<DispatchSettings> settings;
    private final BoundedDelivery delivery;
    private final Texts texts = new Texts();

    Postman(
            InstalledTemplates templates,
            InstalledChannels channels,
            AccountGate accounts,
            Vault vault,
            Consent consent,
            BoundedDelivery delivery,
            Clock clock,
            Supplier<DispatchSettings> settings) {
        this.templates = templates;
        this.channels = channels;
        this.accounts = accounts;
        this.vault = vault;
        this.consent = consent;
        this.delivery = delivery;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * Carries messages one after the other. Where several go over one channel by one template, as those of a mailing do, what
     * they need is revealed for all of them at once; what was not used within moments is asked for anew.
     *
     * @param may whether a message may still be begun
     * @param each gets what became of each
     */
    void carryAll(List<Claimed> messages, Predicate<Claimed> may, BiConsumer<Claimed, Outcome> each) {
        Map<Claimed, Ready> ready = new LinkedHashMap<>();
        Instant askedAt = clock.instant();
        for (Claimed message : messages) {
            try {
                Step step = prepare(message);
                if (step instanceof Ready one) {
                    ready.put(message, one);
                } else {
                    each.accept(message, ((Done) step).outcome());
                }
            } catch (RuntimeException | LinkageError e) {
                each.accept(message, failed(message, e));
            }
        }
        Map<Claimed, Held> held = revealTogether(ready);
        ready.forEach((message, one) -> {
            if (!may.test(message)) {
                each.accept(message, new GivenBack());
                return;
            }
            try {
                each.accept(
                        message,
                        objectionSince(askedAt, message, one)
                                .orElseGet(() -> carry(message, one, Optional.ofNullable(held.get(message)))));
            } catch (RuntimeException | LinkageError e) {
                each.accept(message, failed(message, e));
            }
        });
    }

    /** A message may have waited here for its turn while the account was deactivated. */
    private Optional<Outcome> objectionSince(Instant askedAt, Claimed message, Ready ready) {
        return isFresh(askedAt)
                ? Optional.empty()
                : accounts.objection(message.person(), ready.template().messageClass());
    }

    private boolean isFresh(Instant askedAt) {
        return Duration.between(askedAt, clock.instant()).compareTo(FRESH) < 0;
    }

    private static Outcome failed(Claimed message, Throwable e) {
        LOG.debug("Message {} could not be sent", message.id(), e);
        return new Failed("failed with " + e.getClass().getName());
    }

    private Step prepare(Claimed message) {
        Optional<MessageTemplate> template = templates.find(message.template());
        if (template.isEmpty()) {
            return new Done(new Waits("template " + message.template() + " is not installed"));
        }
        return accounts.objection(message.person(), template.get().messageClass())
                .<Step>map(Done::new)
                .orElseGet(() -> overChannel(template.get()));
    }

    private Step overChannel(MessageTemplate template) {
        ChannelKind kind = template.address().equals(Field.PHONE) ? ChannelKind.PHONE : ChannelKind.EMAIL;
        return channels.find(kind, template.fields())
                .<Step>map(channel -> new Ready(template, channel))
                .orElseGet(() -> new Done(new Waits(
                        "no channel of kind " + kind + " that may receive " + template.fields() + " is installed")));
    }

    /** Those that are alone in their kind are left out, and a second message to the same person. */
    private Map<Claimed, Held> revealTogether(Map<Claimed, Ready> ready) {
        Map<Ready, Map<PersonId, Claimed>> kinds = new LinkedHashMap<>();
        ready.forEach((message, one) ->
                kinds.computeIfAbsent(one, first -> new LinkedHashMap<>()).putIfAbsent(message.person(), message));
        Map<Claimed, Held> held = new HashMap<>();
        kinds.forEach((kind, people) -> {
            if (people.size() > 1) {
                try {
                    reveal(kind, people, held);
                } catch (RuntimeException e) {
                    // One by one it turns out whose data is at fault.
                    LOG.debug("Nothing was revealed for {} messages together", people.size(), e);
                }
            }
        });
        return held;
    }

    private void reveal(Ready kind, Map<PersonId, Claimed> people, Map<Claimed, Held> held) {
        String purpose = kind.purpose();
        Instant askedAt = clock.instant();
        Map<PersonId, Ground> grounds = kind.isChoice() ? consent.grounds(people.keySet(), purpose) : Map.of();
        vault.revealAll(
                people.keySet(),
                kind.fields(),
                purpose,
                kind.channel().recipient(),
                (person, reveal) -> held.put(
                        people.get(person),
                        new Held(
                                reveal,
                                Optional.ofNullable(grounds.get(person))
                                        .flatMap(Ground::receipt)
                                        .map(receipt -> new Grounds(receipt, askedAt)),
                                askedAt)));
    }

    private Outcome carry(Claimed message, Ready ready, Optional<Held> held) {
        Optional<Held> fresh = held.filter(early -> isFresh(early.askedAt()));
        if (fresh.isEmpty()) {
            return asChosen(message, ready);
        }
        if (ready.isChoice() && fresh.get().grounds().isEmpty()) {
            return notChosenOrUnknown(ready.purpose());
        }
        return values(message)
                .map(values -> written(
                        message,
                        ready,
                        values,
                        fresh.get().reveal(),
                        fresh.get().grounds()))
                .orElseGet(Postman::gone);
    }

    private Outcome asChosen(Claimed message, Ready ready) {
        if (!ready.isChoice()) {
            return revealed(message, ready, Optional.empty());
        }
        Instant askedAt = clock.instant();
        Optional<String> receipt =
                consent.ground(message.person(), ready.purpose()).flatMap(Ground::receipt);
        return receipt.isPresent()
                ? revealed(message, ready, Optional.of(new Grounds(receipt.get(), askedAt)))
                : notChosenOrUnknown(ready.purpose());
    }

    private Outcome revealed(Claimed message, Ready ready, Optional<Grounds> grounds) {
        Optional<byte[]> values = values(message);
        if (values.isEmpty()) {
            return gone();
        }
        Reveal reveal = vault.reveal(
                message.person(),
                ready.fields(),
                ready.purpose(),
                ready.channel().recipient());
        return written(message, ready, values.get(), reveal, grounds);
    }

    private Optional<byte[]> values(Claimed message) {
        return vault.open(message.person(), MessageValues.context(message.reference()), message.sealed());
    }

    private Outcome written(Claimed message, Ready ready, byte[] values, Reveal reveal, Optional<Grounds> grounds) {
        MessageTemplate template = ready.template();
        if (reveal instanceof Refused refused) {
            return switch (refused.reason()) {
                case PURPOSE_UNKNOWN -> unknown(ready.purpose());
                case PERSON_UNKNOWN -> gone();
                case NOT_ALLOWED -> notChosen(ready.purpose());
            };
        }
        Revealed revealed = (Revealed) reveal;
        Optional<String> address = revealed.value(template.address());
        if (address.isEmpty()) {
            return Ended.dead("no " + template.address() + " of the person is held");
        }
        try {
            Written written = texts.write(template, model(template, values, revealed));
            ChannelMessage letter = new ChannelMessage(
                    message.reference(),
                    form(address.get(), ready.channel().kind()),
                    template.address().equals(Field.PHONE) ? "" : written.subject(),
                    written.text(),
                    Optional.empty(),
                    HEADERS);
            return handOver(letter, template, ready.channel(), grounds);
        } catch (UnusableTemplateException e) {
            return new Failed(e.getMessage());
        }
    }

    /** The template gets the fields that it asked for, and the address only where it is one of them. */
    private Map<String, Object> model(MessageTemplate template, byte[] values, Revealed revealed) {
        Map<Field, String> fields = new HashMap<>(revealed.values());
        fields.keySet().retainAll(template.fields());
        return TextModel.of(MessageValues.read(values), fields, settings.get());
    }

    private Outcome handOver(
            ChannelMessage letter, MessageTemplate template, DeclaredChannel channel, Optional<Grounds> grounds) {
        String name = channel.declaration().name();
        Delivery answer = delivery.deliver(channel.channel(), letter);
        if (answer instanceof Delivery.Accepted) {
            return new Sent(template.messageClass(), name, grounds);
        }
        if (answer instanceof Delivery.Rejected rejected) {
            return Ended.dead("channel " + name + ": " + discreet(rejected.reason(), letter));
        }
        Delivery.Later later = (Delivery.Later) answer;
        Duration pause = later.pause() == null ? Duration.ZERO : later.pause();
        return new Failed("channel " + name + ": " + discreet(later.reason(), letter), pause);
    }

    /** An adapter promises reasons without the address; one that forgets does not get it into the table. */
    private static String discreet(String reason, ChannelMessage letter) {
        return String.valueOf(reason).replace(letter.to(), "(address)");
    }

    /** Telephone numbers are kept as people write them; channels get E.164. */
    private static String form(String address, ChannelKind kind) {
        return kind == ChannelKind.PHONE ? "+" + address.replaceAll("[^0-9]", "") : address;
    }

    private Outcome notChosenOrUnknown(String purpose) {
        return consent.purpose(purpose).isEmpty() ? unknown(purpose) : notChosen(purpose);
    }

    private static Outcome unknown(String purpose) {
        return new Waits("no capability that follows the purpose " + purpose + " is running");
    }

    private static Outcome notChosen(String purpose) {
        return Ended.cancelled("the person does not allow " + purpose);
    }

    private static Outcome gone() {
        return Ended.cancelled("the person is not known or was erased");
    }

    private sealed interface Step permits Done, Ready {}

    /** It need not be tried. */
    private record Done(Outcome outcome) implements Step {}

    /** It may go, as far as the template, the account and the channel say. */
    private record Ready(MessageTemplate template, DeclaredChannel channel) implements Step {

        String purpose() {
            return template.messageClass().purpose();
        }

        boolean isChoice() {
            return OptionalPurposes.classes().contains(template.messageClass());
        }

        Set<Field> fields() {
            Set<Field> fields = new HashSet<>(template.fields());
            fields.add(template.address());
            return fields;
        }
    }

    /** What was revealed together with others'. */
    private record Held(Reveal reveal, Optional<Grounds> grounds, Instant askedAt) {}
}
