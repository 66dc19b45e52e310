package com.allleads.notification.pages;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.notification.MessageClass;
import com.allleads.api.portal.Form;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Problem;
import com.allleads.notification.Bell;
import com.allleads.notification.MessageState;
import com.allleads.notification.Messages;
import com.allleads.notification.OperatorActs;
import com.allleads.notification.StoredMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The messages to people: what kind, where they stand and why. Whom they go to is the vault's, and not shown. */
@Component(
        service = Page.class,
        property = {"allleads.command=allleads:outbox", "allleads.command=allleads:outbox-retry"})
public final class OutboxPage implements Page {

    static final String PATH = "/operator/outbox";
    private static final int MOST = 200;

    private final Messages messages;
    private final Bell bell;
    private final OperatorActs acts;

    @Activate
    public OutboxPage(@Reference Messages messages, @Reference Bell bell, @Reference OperatorActs acts) {
        this.messages = messages;
        this.bell = bell;
        this.acts = acts;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu(PATH, "outbox.title", Access.Role.VIEWER, "outbox.menu", 330);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        if (request.submitted()) {
            String message = request.parameter("message").orElse("");
            return acts.perform(
                    OperatorAct.byPage(request.caller(), "outbox-retry").on("message", message), () -> retry(message));
        }
        Optional<MessageState> state = request.parameter("state").flatMap(OutboxPage::known);
        List<ShownMessage> shown =
                messages.newest(state, MOST).stream().map(ShownMessage::of).toList();
        return PageAnswer.show(
                OutboxPage.class,
                "outbox.ftl",
                Map.of(
                        "form", Form.blank(),
                        "messages", shown,
                        "most", MOST,
                        "state", state.map(MessageState::name).orElse(""),
                        "states",
                                Stream.of(MessageState.values())
                                        .map(MessageState::name)
                                        .toList()));
    }

    private PageAnswer retry(String message) {
        int retried = message.equals("all") ? messages.retryDead(Instant.now()) : one(message);
        bell.ring();
        return PageAnswer.goTo(PATH, "outbox.retried", retried);
    }

    private int one(String message) {
        if (!message.matches("[0-9]{1,18}") || !messages.retry(Long.parseLong(message), Instant.now())) {
            throw Problem.notFound("A message that was given up or waits").exception();
        }
        return 1;
    }

    private static Optional<MessageState> known(String name) {
        return Stream.of(MessageState.values())
                .filter(state -> state.name().equals(name))
                .findFirst();
    }

    /**
     * A message as operators see it.
     *
     * @param id its number
     * @param template what it says
     * @param messageClass what kind it is
     * @param state where it stands
     * @param attempts how often it was tried
     * @param createdAt since when it is there
     * @param nextAttempt when it is tried next
     * @param endedAt when it was sent or given up
     * @param channel by which channel
     * @param reason why it was not sent
     * @param again whether it can be tried again
     */
    public record ShownMessage(
            long id,
            String template,
            Optional<String> messageClass,
            String state,
            int attempts,
            Instant createdAt,
            Optional<Instant> nextAttempt,
            Optional<Instant> endedAt,
            Optional<String> channel,
            Optional<String> reason,
            boolean again) {

        static ShownMessage of(StoredMessage message) {
            return new ShownMessage(
                    message.id(),
                    message.template(),
                    message.messageClass().map(MessageClass::name),
                    message.state().name(),
                    message.attempts(),
                    message.createdAt(),
                    message.nextAttempt(),
                    message.endedAt(),
                    message.channel(),
                    message.reason(),
                    message.state() == MessageState.DEAD || message.state() == MessageState.WAITING);
        }
    }
}
