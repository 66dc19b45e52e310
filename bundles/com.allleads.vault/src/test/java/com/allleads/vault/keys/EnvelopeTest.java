package com.allleads.vault.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.person.PersonId;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.Test;

public final class EnvelopeTest {

    private final SecretKey key = new SecretKeySpec(new byte[32], "AES");
    private final Belonging belonging = Belonging.value(PersonId.random(), "name", "registration");

    @Test
    public void opensWhatItSealed() {
        byte[] envelope = Envelope.seal(key, belonging, new byte[] {1, 2, 3});

        assertThat(envelope).hasSize(3 + Envelope.OVERHEAD_BYTES);
        assertThat(Envelope.open(key, belonging, envelope).orElseThrow()).containsExactly(1, 2, 3);
    }

    @Test
    public void neverSealsAlike() {
        assertThat(Envelope.seal(key, belonging, new byte[3])).isNotEqualTo(Envelope.seal(key, belonging, new byte[3]));
    }

    @Test
    public void noticesEveryAlteredByte() {
        byte[] envelope = Envelope.seal(key, belonging, new byte[] {1, 2, 3});
        for (int i = 0; i < envelope.length; i++) {
            byte[] altered = envelope.clone();
            altered[i] ^= 1;
            assertThat(Envelope.open(key, belonging, altered)).isEmpty();
        }
    }

    @Test
    public void opensNowhereElse() {
        byte[] envelope = Envelope.seal(key, belonging, new byte[1]);
        PersonId person = belonging.person();

        assertThat(List.of(
                        Belonging.value(PersonId.random(), "name", "registration"),
                        Belonging.value(person, "email", "registration"),
                        Belonging.value(person, "name", "contact"),
                        Belonging.value(person, "namereg", "istration"),
                        Belonging.sealed(person, "name"),
                        Belonging.key(person)))
                .allSatisfy(elsewhere ->
                        assertThat(Envelope.open(key, elsewhere, envelope)).isEmpty());
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;
        assertThat(Envelope.open(new SecretKeySpec(otherKey, "AES"), belonging, envelope))
                .isEmpty();
    }

    @Test
    public void isNoEnvelope() {
        assertThat(Envelope.open(key, belonging, "clear text that is long enough to be one".getBytes(UTF_8)))
                .isEmpty();
        assertThat(Envelope.open(key, belonging, new byte[0])).isEmpty();
    }
}
