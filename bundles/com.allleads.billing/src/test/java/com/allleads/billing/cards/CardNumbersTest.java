package com.allleads.billing.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.Test;

public class CardNumbersTest {

    @Test
    public void recognisesNumbersHoweverTheyAreWritten() {
        assertThat(CardNumbers.in("4242424242424242")).isTrue();
        assertThat(CardNumbers.in("paid by 4242 4242 4242 4242, thanks")).isTrue();
        assertThat(CardNumbers.in("5555-5555-5555-4444")).isTrue();
        assertThat(CardNumbers.in("{\"card\":\"378282246310005\"}")).isTrue();
    }

    @Test
    public void leavesOtherNumbersAlone() {
        assertThat(CardNumbers.in("4242424242424241")).as("check digit").isFalse();
        assertThat(CardNumbers.in("1795000000000")).as("a time").isFalse();
        assertThat(CardNumbers.in("42424242424242424242424242")).as("too long").isFalse();
        assertThat(CardNumbers.in("a4242424242424242b")).as("inside a word").isFalse();
        assertThat(CardNumbers.in("Visa 4242")).isFalse();
    }

    @Test
    public void leavesIdentifiersAlone() {
        for (int i = 0; i < 20_000; i++) {
            assertThat(CardNumbers.in("order-" + new UUID(i * 0x1111111111L, -i * 0x999999999L)))
                    .isFalse();
        }
        assertThat(CardNumbers.in("00000000-4242-4242-4242-424200000000")).isFalse();
    }
}
