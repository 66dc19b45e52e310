package com.allleads.notification.dispatch;

import com.allleads.api.consent.Consent;
import com.allleads.api.consent.Ground;
import com.allleads.api.notification.MessageTemplate;
import com.allleads.api.vault.Field;
import com.allleads.api.vault.Reveal;
import com.allleads.api.vault.Reveal.Refused;
import com.allleads.api.vault.Reveal.Revealed;
import com.allleads.api.vault.Vault;
import com.allleads.notification.MessageValues;
import com.allleads.notification.OptionalPurposes;
import com.allleads.notification.dispatch.Outcome.Ended;
import com.allleads.notification.dispatch.Outcome.Failed;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Carries one message: decides whether it may go, writes it, and hands it to a channel. Never in a transaction. */
final class Postman {

    /** Says to mail programs that nobody is there to be answered automatically (RFC 3834). */
    static final Map<String, String> HEADERS = Map.of("Auto-Submitted", "auto-generated");

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

    Outcome carry(Claimed message) {
        Optional<MessageTemplate> template = templates.find(message.template());
        if (template.isEmpty()) {
            return new Waits("template " + message.template() + " is not installed");
        }
        return accounts.objection(message.person(), template.get().messageClass())
                .orElseGet(() -> overChannel(message, template.get()));
    }

    private Outcome overChannel(Claimed message, MessageTemplate template) {
        ChannelKind kind = template.address().equals(Field.PHONE) ? ChannelKind.PHONE : ChannelKind.EMAIL;
        return channels.find(kind, template.fields())
                .map(channel -> asChosen(message, template, channel))
                .orElseGet(() -> new Waits(
                        "no channel of kind " + kind + " that may receive " + template.fields() + " is installed"));
    }

    private Outcome asChosen(Claimed message, MessageTemplate template, DeclaredChannel channel) {
        if (!OptionalPurposes.classes().contains(template.messageClass())) {
            return revealed(message, template, channel, Optional.empty());
        }
        String purpose = template.messageClass().purpose();
        Instant askedAt = clock.instant();
        Optional<String> receipt = consent.ground(message.person(), purpose).flatMap(Ground::receipt);
        if (receipt.isPresent()) {
            return revealed(message, template, channel, Optional.of(new Grounds(receipt.get(), askedAt)));
        }
        return consent.purpose(purpose).isEmpty() ? unknown(purpose) : notChosen(purpose);
    }

    private Outcome revealed(
            Claimed message, MessageTemplate template, DeclaredChannel channel, Optional<Grounds> grounds) {
        Optional<byte[]> values =
                vault.open(message.person(), MessageValues.context(message.reference()), message.sealed());
        if (values.isEmpty()) {
            return gone();
        }
        String purpose = template.messageClass().purpose();
        Set<Field> fields = new HashSet<>(template.fields());
        fields.add(template.address());
        Reveal reveal = vault.reveal(message.person(), fields, purpose, channel.recipient());
        if (reveal instanceof Refused refused) {
            return switch (refused.reason()) {
                case PURPOSE_UNKNOWN -> unknown(purpose);
                case PERSON_UNKNOWN -> gone();
                case NOT_ALLOWED -> notChosen(purpose);
            };
        }
        Revealed revealed = (Revealed) reveal;
        Optional<String> address = revealed.value(template.address());
        if (address.isEmpty()) {
            return Ended.dead("no " + template.address() + " of the person is held");
        }
        try {
            Written written = texts.write(template, model(template, values.get(), revealed));
            ChannelMessage letter = new ChannelMessage(
                    message.reference(),
                    form(address.get(), channel.kind()),
                    template.address().equals(Field.PHONE) ? "" : written.subject(),
                    written.text(),
                    Optional.empty(),
                    HEADERS);
            return handOver(letter, template, channel, grounds);
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

    private static Outcome unknown(String purpose) {
        return new Waits("no capability that follows the purpose " + purpose + " is running");
    }

    private static Outcome notChosen(String purpose) {
        return Ended.cancelled("the person does not allow " + purpose);
    }

    private static Outcome gone() {
        return Ended.cancelled("the person is not known or was erased");
    }
}
