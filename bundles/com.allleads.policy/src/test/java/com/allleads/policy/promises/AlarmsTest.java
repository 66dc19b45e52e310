package com.allleads.policy.promises;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.notification.OperatorMail;
import com.allleads.api.policy.PromiseReport;
import com.allleads.api.policy.PromiseState;
import com.allleads.store.testing.StoreRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class AlarmsTest {

    private static final String OPERATOR = "ops@site.example";

    @Rule
    public final StoreRule store = new StoreRule("db/changelog.xml");

    private final Letters letters = new Letters();
    private PromiseHistory history;
    private Alarms alarms;

    @Before
    public void start() {
        history = new PromiseHistory(store.jdbi());
        alarms = new Alarms(history);
        alarms.mail = letters;
    }

    @Test
    public void tellsOnceOfEachPromiseThatBroke() {
        turn("choice.opt-in", PromiseState.BROKEN);
        turn("logs.use", PromiseState.UNPROVEN);

        alarms.tell(OPERATOR);
        alarms.tell(OPERATOR);

        assertThat(letters.subjects).containsExactly("Broken promise: choice.opt-in");
        assertThat(letters.texts.get(0))
                .contains("choice.opt-in was found broken at")
                .contains("wrong=1");
    }

    @Test
    public void tellsAgainWhenAPromiseBreaksAgain() {
        turn("choice.opt-in", PromiseState.BROKEN);
        alarms.tell(OPERATOR);
        turn("choice.opt-in", PromiseState.KEPT);
        alarms.tell(OPERATOR);
        turn("choice.opt-in", PromiseState.BROKEN);
        alarms.tell(OPERATOR);

        assertThat(letters.subjects).hasSize(2);
    }

    @Test
    public void owesWhatTheChannelDoesNotTakeUntilItDoes() {
        turn("choice.opt-in", PromiseState.BROKEN);
        letters.away = true;
        alarms.tell(OPERATOR);
        turn("choice.gpc", PromiseState.BROKEN);
        letters.away = false;
        alarms.tell(OPERATOR);

        assertThat(letters.subjects).containsExactly("2 broken promises: choice.opt-in, choice.gpc");
    }

    @Test
    public void owesItWhileNobodyCarriesMail() {
        turn("choice.opt-in", PromiseState.BROKEN);
        alarms.mail = null;
        alarms.tell(OPERATOR);
        alarms.mail = letters;
        alarms.tell(OPERATOR);

        assertThat(letters.subjects).hasSize(1);
    }

    private void turn(String promise, PromiseState state) {
        history.note(new PromiseReport(promise, "text", state, Map.of("wrong", 1L), "", Instant.now()));
    }

    private static final class Letters implements OperatorMail {

        private final List<String> subjects = new ArrayList<>();
        private final List<String> texts = new ArrayList<>();
        private boolean away;

        @Override
        public boolean send(String id, String address, String subject, String text) {
            if (away) {
                return false;
            }
            assertThat(address).isEqualTo(OPERATOR);
            subjects.add(subject);
            texts.add(text);
            return true;
        }
    }
}
