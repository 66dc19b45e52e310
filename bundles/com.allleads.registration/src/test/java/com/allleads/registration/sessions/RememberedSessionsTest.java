package com.allleads.registration.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.person.PersonId;
import com.allleads.api.registration.Device;
import com.allleads.registration.sessions.SessionTable.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.Test;

public class RememberedSessionsTest {

    private final RememberedSessions remembered = new RememberedSessions(() -> 0);

    @Test
    public void remembersNothingThatWasReadAcrossAnEnd() {
        remembered.find("a", digest -> {
            Optional<Row> read = Optional.of(row(digest));
            remembered.forget(digest);
            return read;
        });

        assertThat(remembered.find("a", digest -> Optional.empty())).isEmpty();
    }

    @Test
    public void remembersNothingThatWasReadAcrossTheEndOfWhicheverSessions() {
        remembered.find("a", digest -> {
            Optional<Row> read = Optional.of(row(digest));
            remembered.forgetAll();
            return read;
        });

        assertThat(remembered.find("a", digest -> Optional.empty())).isEmpty();
    }

    @Test
    public void remembersNoAbsence() {
        assertThat(remembered.find("a", digest -> Optional.empty())).isEmpty();
        assertThat(remembered.find("a", digest -> Optional.of(row(digest)))).isPresent();
    }

    private static Row row(String digest) {
        return new Row(
                digest,
                "id",
                PersonId.random(),
                Instant.EPOCH,
                Instant.MAX,
                LocalDate.EPOCH,
                false,
                Device.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                true);
    }
}
