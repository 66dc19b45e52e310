package com.allleads.notification.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.person.PersonId;
import com.allleads.api.portal.Chart;
import com.allleads.api.rest.ProblemException;
import com.allleads.notification.Bell;
import com.allleads.notification.MessageState;
import com.allleads.notification.Messages;
import com.allleads.notification.OperatorActs;
import com.allleads.portal.testing.Look;
import com.allleads.store.testing.StoreRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public final class OutboxPageTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Rule
    public final StoreRule store = new StoreRule("db/changelog.xml");

    private final PersonId ada = PersonId.random();
    private Messages messages;
    private OutboxPage page;

    @Before
    public void open() {
        messages = new Messages(store.jdbi());
        page = new OutboxPage(messages, new Bell(), OperatorActs.by(act -> (outcome, problem) -> {}));
    }

    @Test
    public void listsMessagesWithoutWhomTheyGoTo() {
        message("welcome/1", "SENT");

        assertThat(Look.at(page).asOperator().html())
                .contains("welcome", ">sent<")
                .doesNotContain(ada.toString());
    }

    @Test
    public void listsThoseInOneState() {
        message("welcome/1", "SENT");

        assertThat(Look.at(page).asOperator().with("state", "DEAD").html()).contains("There is no such message.");
    }

    @Test
    public void triesWhatWasGivenUpAgain() {
        message("welcome/1", "DEAD");
        message("welcome/2", "DEAD");
        message("welcome/3", "SENT");

        assertThat(Look.at(page).asOperator().with("message", "all").said())
                .isEqualTo("2 messages are tried again now.");
        assertThat(messages.newest(Optional.of(MessageState.WAITING), 10)).hasSize(2);
    }

    @Test
    public void triesNothingAgainThatWasSent() {
        message("welcome/1", "SENT");
        String id = Long.toString(messages.newest(Optional.empty(), 1).get(0).id());

        assertThatThrownBy(() -> Look.at(page).asOperator().with("message", id).submit())
                .isInstanceOf(ProblemException.class);
    }

    @Test
    public void countsMessagesByTheDayTheyEnded() {
        message("welcome/1", "SENT");
        message("welcome/2", "SENT");
        message("welcome/3", "DEAD");
        LocalDate day = LocalDate.parse("2026-11-24");

        assertThat(messages.endedPerDay(MessageState.SENT, day)).isEqualTo(Map.of(day, 2L));
        assertThat(messages.endedPerDay(MessageState.SENT, day.plusDays(1))).isEmpty();
        assertThat(new MessagesPanel(messages)
                        .show(Look.at(page).asOperator().request())
                        .model())
                .containsEntry("waiting", 0L)
                .hasEntrySatisfying(
                        "perDay", chart -> assertThat(((Chart) chart).labels()).hasSize(14));
    }

    private void message(String key, String state) {
        store.jdbi()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO notification_message (message_key, reference, person, template, state, attempts,"
                                + " created_at, ended_at) VALUES (?, ?, ?, 'welcome', ?, 1, ?, ?)",
                        key,
                        key,
                        ada.toString(),
                        state,
                        NOON.toEpochMilli(),
                        NOON.toEpochMilli()));
    }
}
