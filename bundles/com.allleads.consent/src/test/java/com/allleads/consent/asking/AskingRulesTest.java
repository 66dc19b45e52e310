package com.allleads.consent.asking;

import static com.allleads.consent.ConsentHouse.NEWS;
import static com.allleads.consent.ConsentHouse.OFFERS;
import static com.allleads.consent.ConsentHouse.SURVEYS;
import static com.allleads.consent.ConsentHouse.act;
import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.consent.Occasion;
import com.allleads.api.consent.Purpose;
import com.allleads.api.person.PersonId;
import com.allleads.api.proof.Signer.Signed;
import com.allleads.consent.ConsentHouse;
import com.allleads.store.testing.StoreRule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.ClassRule;
import org.junit.Test;

public final class AskingRulesTest {

    @ClassRule
    public static final StoreRule STORE = new StoreRule("db/changelog.xml");

    private ConsentHouse house = house(Map.of());
    private final PersonId ann = PersonId.random();
    private final Instant now = Instant.now();

    @Test
    public void asksWhoNeverAnsweredAfterAPauseAndThreeTimesAtMost() {
        assertThat(asked(0)).containsExactly(NEWS, SURVEYS);
        assertThat(asked(0)).as("the same asking").containsExactly(NEWS, SURVEYS);
        assertThat(asked(2)).isEmpty();
        assertThat(asked(91)).containsExactly(NEWS, SURVEYS);
        assertThat(asked(182)).containsExactly(NEWS, SURVEYS);

        assertThat(asked(400)).isEmpty();
    }

    @Test
    public void asksWhoRefusedNotWithinAYear() {
        say(NEWS, false);

        assertThat(asked(1)).containsExactly(SURVEYS);
        assertThat(asked(360)).containsExactly(SURVEYS);
        assertThat(asked(367)).contains(NEWS);
    }

    @Test
    public void neverAsksWhoAgreed() {
        say(NEWS, true);

        assertThat(asked(1_000)).containsExactly(SURVEYS);
    }

    @Test
    public void neverAsksAboutWhatASignalRefused() {
        house.declare(4, OFFERS);
        assertThat(house.asking(after(0)).due(ann, true)).doesNotContain(OFFERS);
        assertThat(house.asking(after(0)).due(ann, false)).contains(OFFERS);

        house.consent.signalled(ann);

        assertThat(house.asking(after(1_000)).due(ann, false)).doesNotContain(OFFERS);
    }

    @Test
    public void asksNobodyWhereTheSiteDoesNotWantTo() {
        house = house(Map.of("ask_times", 0));

        assertThat(asked(0)).isEmpty();
    }

    @Test
    public void operatorsSeeHowManyWereAsked() {
        long before = house.asked.people().getOrDefault("news", 0L);

        asked(0);
        asked(91);

        assertThat(house.asked.people()).containsEntry("news", before + 1);
    }

    private List<Purpose> asked(int days) {
        AskingRules rules = house.asking(after(days));
        List<Purpose> due = rules.due(ann, false);
        rules.asks(ann, due);
        return due;
    }

    private Clock after(int days) {
        return Clock.fixed(now.plus(Duration.ofDays(days)), ZoneOffset.UTC);
    }

    private void say(Purpose purpose, boolean yes) {
        house.consent.record(ann, Occasion.at(Occasion.CHOICES, "en"), List.of(act(purpose, yes)));
    }

    private static ConsentHouse house(Map<String, ?> settings) {
        return new ConsentHouse(STORE, (type, statement) -> new Signed(statement, type), settings);
    }
}
