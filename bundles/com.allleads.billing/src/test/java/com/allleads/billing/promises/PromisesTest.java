package com.allleads.billing.promises;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.person.PersonId;
import com.allleads.api.policy.PromiseCheck;
import com.allleads.api.policy.PromiseState;
import com.allleads.billing.Platform;
import com.allleads.billing.PlayedProcessor;
import com.allleads.spi.party.PartyField;
import com.allleads.spi.party.PartyUse;
import com.allleads.spi.payment.ChargeOutcome.Settled;
import com.allleads.store.testing.StoreRule;
import java.util.Set;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

/** Each check holds on what the platform does by itself, and fails on what it must find. */
public class PromisesTest {

    @Rule
    public final StoreRule store = new StoreRule("db/changelog.xml");

    private final PersonId person = PersonId.random();
    private final PlayedProcessor processor = new PlayedProcessor("played");
    private Platform platform;
    private String card;

    @Before
    public void start() {
        platform = new Platform(store);
        platform.install(processor, "1.0.0");
        card = platform.card(person, "played");
        platform.topUp(person, card, "5.00");
    }

    @After
    public void stop() {
        platform.close();
    }

    @Test
    public void processorsBoundHoldsAndFindsAFieldThatWasNotDeclared() {
        PromiseCheck check = new ProcessorsBound(platform.disclosures, platform.processors);
        assertThat(check.count().state()).isEqualTo(PromiseState.KEPT);
        assertThat(check.count().counts()).containsEntry("disclosures", 2L).containsEntry("processors", 1L);

        tamper("UPDATE billing_disclosure SET sent = 'CARD_TOKEN,EMAIL', declared = 'CARD_TOKEN'");

        assertThat(check.count().state()).isEqualTo(PromiseState.BROKEN);
        assertThat(check.count().counts()).containsEntry("fieldsSentBeyondDeclaration", 2L);
    }

    @Test
    public void processorsBoundFindsAProcessorThatChangesItsDeclaration() {
        PromiseCheck check = new ProcessorsBound(platform.disclosures, platform.processors);

        processor.declaration = PlayedProcessor.declaration(
                "played", Set.of(PartyUse.CARRY_OUT, PartyUse.SECONDARY), PartyField.values());

        assertThat(check.count().state()).isEqualTo(PromiseState.BROKEN);
        processor.declaration = null;
        assertThat(check.count().counts()).containsEntry("processorsWithoutDeclaration", 1L);
    }

    @Test
    public void noCardNumbersHoldsAndFindsOneThatAProcessorLetSlip() {
        PromiseCheck check = new NoCardNumbers(store.jdbi());
        assertThat(check.count().state()).isEqualTo(PromiseState.KEPT);
        assertThat(check.count().counts().get("texts")).isPositive();

        processor.onCharge = request -> new Settled("charged 4242 4242 4242 4242");
        platform.topUp(person, card, "5.00");

        assertThat(new NoCardNumbers(store.jdbi()).count().state()).isEqualTo(PromiseState.BROKEN);
    }

    @Test
    public void ledgerUnalteredHoldsAndFindsAnAlteration() {
        assertThat(new LedgerUnaltered(platform.verification).count().state()).isEqualTo(PromiseState.KEPT);

        tamper("UPDATE billing_transaction SET reason = 'Gift'");

        PromiseCheck check = new LedgerUnaltered(platform.verification);
        assertThat(check.count().state()).isEqualTo(PromiseState.BROKEN);
        assertThat(check.count().note()).contains("not those that were written");
    }

    @Test
    public void countsAnewWhatWasFoundBroken() {
        int[] counted = {0};
        Recount<Integer> recount = new Recount<>(() -> ++counted[0], count -> count > 2);

        assertThat(recount.get()).isEqualTo(1);
        assertThat(recount.get()).isEqualTo(2);
        assertThat(recount.get()).isEqualTo(3);
    }

    private void tamper(String sql) {
        store.jdbi().useHandle(handle -> assertThat(handle.execute(sql)).isPositive());
    }
}
