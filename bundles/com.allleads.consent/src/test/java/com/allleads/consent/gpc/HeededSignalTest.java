package com.allleads.consent.gpc;

import static com.allleads.consent.ConsentHouse.NEWS;
import static com.allleads.consent.ConsentHouse.OFFERS;
import static com.allleads.consent.ConsentHouse.act;
import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.consent.Decision;
import com.allleads.api.consent.Occasion;
import com.allleads.api.person.PersonId;
import com.allleads.api.proof.Signer.Signed;
import com.allleads.consent.ConsentHouse;
import com.allleads.store.testing.StoreRule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

public final class HeededSignalTest {

    @ClassRule
    public static final StoreRule STORE = new StoreRule("db/changelog.xml");

    private static final Occasion CHOICES = Occasion.at(Occasion.CHOICES, "en");

    private final ConsentHouse house = new ConsentHouse(STORE, (type, statement) -> new Signed(statement, type));
    private final PersonId ann = PersonId.random();

    @Before
    public void declare() {
        house.declare(4, OFFERS);
    }

    @Test
    public void refusesWhatYieldsToItAndNothingElse() {
        house.consent.record(ann, CHOICES, List.of(act(NEWS, true), act(OFFERS, true)));

        house.consent.signalled(ann);

        assertThat(house.consent.allows(ann, "offers")).isFalse();
        assertThat(house.consent.allows(ann, "news")).isTrue();
    }

    @Test
    public void recordsTheRefusalWithItsPlace() {
        house.consent.signalled(ann);

        assertThat(house.decisions.all(ann))
                .singleElement()
                .extracting(Decision::purpose, Decision::granted, Decision::occasion)
                .containsExactly("offers", false, new Occasion(Occasion.SIGNAL, "en", true, false));
    }

    @Test
    public void recordsNothingTwice() {
        house.consent.signalled(ann);
        house.consent.signalled(ann);

        assertThat(house.decisions.all(ann)).hasSize(1);
    }

    @Test
    public void yieldsToAYesThatWasConfirmedAgainstIt() {
        house.consent.signalled(ann);
        house.consent.record(ann, CHOICES.withConfirmation(true), List.of(act(OFFERS, true)));

        house.consent.signalled(ann);

        assertThat(house.consent.allows(ann, "offers")).isTrue();
    }

    @Test
    public void takesBackAYesThatWasConfirmedBeforeItWasEverSeen() {
        house.consent.record(ann, CHOICES, List.of(act(OFFERS, false)));
        house.consent.record(ann, CHOICES.withConfirmation(true), List.of(act(OFFERS, true)));
        // The signal comes later than the yes also by the clock.
        HeededSignal later = at(Instant.now().plusSeconds(5));

        later.heed(ann);

        assertThat(house.consent.allows(ann, "offers")).isFalse();
    }

    @Test
    public void remembersWhenItWasSeenFirstAndByTheHourWhenLast() {
        Instant noon = Instant.parse("2026-11-25T12:00:00Z");
        at(noon).heed(ann);
        at(noon.plus(Duration.ofMinutes(59))).heed(ann);
        assertThat(house.sightings.of(ann)).contains(new Sightings.Sighting(noon, noon));

        Instant later = noon.plus(Duration.ofMinutes(61));
        at(later).heed(ann);
        assertThat(house.sightings.of(ann)).contains(new Sightings.Sighting(noon, later));
    }

    private HeededSignal at(Instant now) {
        return new HeededSignal(
                house.purposes,
                house.decisions,
                house.sightings,
                house.circumstances,
                STORE.transactions(),
                Clock.fixed(now, ZoneOffset.UTC));
    }
}
