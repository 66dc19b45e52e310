package com.allleads.policy.diff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Test;

public final class SentencesTest {

    @Test
    public void bothLanguagesHaveTheSameSentences() {
        assertThat(Sentences.keys("es")).isEqualTo(Sentences.keys("en"));
    }
}
