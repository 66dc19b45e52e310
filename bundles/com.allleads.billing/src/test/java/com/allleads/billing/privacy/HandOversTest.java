package com.allleads.billing.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.person.PersonId;
import com.allleads.api.vault.Recipient;
import com.allleads.api.vault.Reveal;
import com.allleads.api.vault.Use;
import com.allleads.billing.Platform;
import com.allleads.billing.PlayedProcessor;
import com.allleads.billing.Testing;
import com.allleads.billing.cards.AddCardAnswer;
import com.allleads.billing.refunds.RefundOrder;
import com.allleads.billing.topups.TopUp;
import com.allleads.billing.topups.TopUpStatus;
import com.allleads.spi.payment.ChargeOutcome;
import com.allleads.store.testing.StoreRule;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

public class HandOversTest {

    @ClassRule
    public static final StoreRule STORE = new StoreRule("db/changelog.xml");

    private final PersonId person = PersonId.random();
    private final PlayedProcessor processor = new PlayedProcessor("played");
    private Platform platform;

    @Before
    public void start() {
        platform = new Platform(STORE);
        platform.install(processor, "1.0.0");
    }

    @After
    public void stop() {
        platform.close();
    }

    @Test
    public void entersAmongThePersonsUsesWhatEachCallHandsOver() {
        String card = platform.card(person, "played");
        platform.topUp(person, card, "5.00");
        platform.refunds.refund(new RefundOrder(person, Testing.usd("2.00"), "As asked", "operator", Platform.key()));

        assertThat(uses())
                .extracting(Use::fields)
                .containsExactly(
                        List.of("cardToken"),
                        List.of("amount", "cardToken", "reference"),
                        List.of("amount", "reference"));
        assertThat(uses()).allSatisfy(use -> {
            assertThat(use.purpose()).isEqualTo("billing");
            assertThat(use.recipient()).isEqualTo(new Recipient(Recipient.Kind.OUTSIDE, "played"));
        });
    }

    @Test
    public void entersAChargeBeforeItGoesOut() {
        String card = platform.card(person, "played");
        AtomicReference<List<Use>> enteredBefore = new AtomicReference<>();
        processor.onCharge = request -> {
            enteredBefore.set(uses());
            return new ChargeOutcome.Settled("r");
        };

        platform.topUp(person, card, "5.00");

        assertThat(enteredBefore.get()).extracting(Use::fields).contains(List.of("amount", "cardToken", "reference"));
    }

    @Test
    public void handsOverNothingThatCannotBeEntered() {
        String card = platform.card(person, "played");
        platform.topUp(person, card, "5.00");
        int charges = processor.charges.size();
        platform.vault.refuse(Reveal.Reason.PURPOSE_UNKNOWN);

        TopUp topUp = platform.topUp(person, card, "5.00");
        platform.refunds.refund(new RefundOrder(person, Testing.usd("2.00"), "As asked", "operator", Platform.key()));

        assertThat(topUp.status()).isEqualTo(TopUpStatus.NOT_ATTEMPTED);
        assertThat(platform.cards.add(person, "played", "tok")).isInstanceOf(AddCardAnswer.Unavailable.class);
        assertThat(processor.charges).hasSize(charges);
        assertThat(processor.refunds).isEmpty();
    }

    private List<Use> uses() {
        return platform.vault.uses(person, 100, Optional.empty()).items();
    }
}
