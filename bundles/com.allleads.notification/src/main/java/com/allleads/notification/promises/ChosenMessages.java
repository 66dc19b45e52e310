package com.allleads.notification.promises;

import com.allleads.api.consent.Consent;
import com.allleads.api.consent.Decision;
import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PromiseCheck;
import com.allleads.notification.ChosenMessage;
import com.allleads.notification.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code messages.occasional}: behind every promotional message stands a decision of that very person about that very purpose,
 * which granted it, is older than the message, and was not changed before the message was sent. The decisions are asked from
 * consent, not taken from the message's own row.
 */
@Component(service = PromiseCheck.class)
public final class ChosenMessages implements PromiseCheck {

    /** As many messages as are looked at together. */
    private static final int PART = 500;

    /** A decision bears the time before its commit, and nodes' clocks differ a little. */
    private static final Duration SLACK = Duration.ofSeconds(10);

    private final Messages messages;
    private final Consent consent;

    @Activate
    public ChosenMessages(@Reference Messages messages, @Reference Consent consent) {
        this.messages = messages;
        this.consent = consent;
    }

    @Override
    public String promise() {
        return "messages.occasional";
    }

    @Override
    public Evidence count() {
        long looked = 0;
        long unchosen = 0;
        List<ChosenMessage> part = messages.chosen(0, PART);
        while (!part.isEmpty()) {
            Map<String, Decision> decisions = decisions(part);
            looked += part.size();
            unchosen +=
                    part.stream().filter(message -> !chosen(message, decisions)).count();
            part = messages.chosen(part.get(part.size() - 1).id(), PART);
        }
        return Evidence.none(
                "messagesWithoutOptIn",
                unchosen,
                "promotionalMessages",
                looked,
                "Promotional messages sent without a decision of the person that allowed their purpose, was older than the"
                        + " message and still stood when it was sent.");
    }

    private Map<String, Decision> decisions(List<ChosenMessage> part) {
        List<String> receipts = part.stream()
                .map(ChosenMessage::receipt)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return consent.decisions(receipts).stream().collect(Collectors.toMap(Decision::receipt, Function.identity()));
    }

    private static boolean chosen(ChosenMessage message, Map<String, Decision> decisions) {
        return message.receipt()
                .map(decisions::get)
                .filter(decision -> decision.granted()
                        && decision.person().equals(message.person())
                        && decision.purpose().equals(message.messageClass().purpose())
                        && !decision.decidedAt().isAfter(message.sentAt())
                        && stoodAt(decision, message.groundedAt().orElse(message.sentAt())))
                .isPresent();
    }

    private static boolean stoodAt(Decision decision, Instant askedAt) {
        return decision.changedAt()
                .map(changed -> changed.plus(SLACK).isAfter(askedAt))
                .orElse(true);
    }
}
