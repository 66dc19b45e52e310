package com.allleads.vault.uses;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.Test;

public final class LinkTest {

    private static final RecordedUse USE = use("person", "name");

    @Test
    public void coversEverything() {
        byte[] other = new byte[32];
        other[31] = 1;

        assertThat(Stream.of(
                                Link.hash(Link.beginning(), "node", 1, List.of(USE)),
                                Link.hash(other, "node", 1, List.of(USE)),
                                Link.hash(Link.beginning(), "edon", 1, List.of(USE)),
                                Link.hash(Link.beginning(), "node", 2, List.of(USE)),
                                Link.hash(Link.beginning(), "node", 1, List.of()),
                                Link.hash(Link.beginning(), "node", 1, List.of(USE, USE)),
                                Link.hash(Link.beginning(), "node", 1, List.of(use("personn", "ame"))))
                        .map(hash -> new BigInteger(hash))
                        .distinct())
                .hasSize(7);
        assertThat(Link.hash(other, "node", 1, List.of(USE))).isEqualTo(Link.hash(other, "node", 1, List.of(USE)));
    }

    private static RecordedUse use(String person, String fields) {
        return new RecordedUse(
                person,
                Instant.EPOCH,
                new Terms(fields, "news", "CHOICE", "PLATFORM", "notification"),
                Optional.of("receipt"));
    }
}
