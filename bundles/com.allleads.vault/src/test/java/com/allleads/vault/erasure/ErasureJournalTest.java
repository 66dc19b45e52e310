package com.allleads.vault.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.person.PersonId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public final class ErasureJournalTest {

    private static final Instant AT = Instant.parse("2026-12-01T12:00:00.123Z");

    @Rule
    public final TemporaryFolder instance = new TemporaryFolder();

    private final PersonId ann = PersonId.random();
    private final PersonId bob = PersonId.random();

    @Test
    public void remembersEachPersonOnce() {
        journal().add(ann, AT);
        journal().add(ann, AT.plusSeconds(1));
        journal().addAll(Map.of(ann, AT, bob, AT));

        assertThat(journal().erased()).isEqualTo(Map.of(ann, AT, bob, AT));
        assertThat(journal().broken()).isZero();
    }

    @Test
    public void anAlteredOrMissingLineShowsAndTheRestIsUsed() throws IOException {
        journal().add(ann, AT);
        journal().add(bob, AT);
        journal().add(PersonId.random(), AT);
        List<String> lines = Files.readAllLines(file());

        Files.write(file(), List.of(lines.get(0), lines.get(2)));
        assertThat(journal().broken()).isEqualTo(1);
        assertThat(journal().erased()).hasSize(2);

        Files.write(file(), List.of(lines.get(0).replace(ann.toString(), bob.toString()), lines.get(1)));
        assertThat(journal().broken()).isPositive();
    }

    @Test
    public void aLineThatAPowerCutLeftHalfIsNoObstacle() throws IOException {
        journal().add(ann, AT);
        Files.writeString(file(), "{\"person\":\"half", StandardOpenOption.APPEND);

        journal().add(bob, AT);

        assertThat(journal().erased()).containsOnlyKeys(ann, bob);
    }

    private ErasureJournal journal() {
        return new ErasureJournal(instance.getRoot().toPath());
    }

    private Path file() {
        return instance.getRoot().toPath().resolve("erasures.jsonl");
    }
}
