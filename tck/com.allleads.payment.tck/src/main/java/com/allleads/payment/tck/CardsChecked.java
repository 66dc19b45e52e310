package com.allleads.payment.tck;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.spi.payment.CardCheck;
import com.allleads.spi.payment.CardForm;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A card is known before it is charged. */
final class CardsChecked implements Check {

    @Override
    public void of(Bench bench) throws Exception {
        List<Movement> before = bench.movements();
        Set<String> valid = new LinkedHashSet<>();
        valid.add(bench.cards().settling());
        bench.cards().declining().ifPresent(valid::add);
        bench.cards().slow().ifPresent(valid::add);
        bench.cards().pending().ifPresent(valid::add);
        bench.cards().chargedBack().ifPresent(valid::add);
        valid.addAll(bench.cards().timingOut());
        bench.processor().cardForm().samples().stream()
                .map(CardForm.Sample::token)
                .forEach(valid::add);
        for (String token : valid) {
            assertThat(bench.checkCard(token))
                    .as("the check of a card that can be charged: %s", token)
                    .isInstanceOf(CardCheck.Accepted.class);
        }
        assertThat(bench.checkCard(bench.cards().invalid()))
                .as("the check of a token that stands for no card")
                .isInstanceOf(CardCheck.Rejected.class);
        if (bench.hasRecord()) {
            assertThat(bench.movements()).as("movements after checks of cards").isEqualTo(before);
        } else {
            bench.untested("whether a check moves money: there is no record of the company's");
        }
    }
}
