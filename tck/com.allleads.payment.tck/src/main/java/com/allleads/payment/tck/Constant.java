package com.allleads.payment.tck;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.spi.payment.CardProcessor;
import java.util.List;

/** What a processor says of itself does not change under people's eyes. */
final class Constant implements Check {

    private static final int TIMES = 100;

    @Override
    public void of(Bench bench) {
        CardProcessor processor = bench.processor();
        List<Object> first = said(processor);
        bench.checkCard(bench.cards().settling());
        bench.charge(bench.request(bench.cards().settling()));
        bench.lookup(Bench.key());
        for (int i = 0; i < TIMES; i++) {
            assertThat(said(processor))
                    .as("declaration, traits, card form and its hosts")
                    .isEqualTo(first);
        }
    }

    private static List<Object> said(CardProcessor processor) {
        return List.of(
                processor.declaration(),
                processor.traits(),
                processor.cardForm(),
                processor.cardFormHosts(),
                processor.cardSetupHosts());
    }
}
