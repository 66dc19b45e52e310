package com.allleads.glassbox.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public final class TrustedBundlesTest {

    private static final String LOCATION = "file:/tmp/billing.jar";
    private static final ContentDigest KNOWN = new ContentDigest("a1", "b1");
    private static final ContentDigest OTHER = new ContentDigest("a2", "b1");

    @Rule
    public final TemporaryFolder etc = new TemporaryFolder();

    @Test
    public void trustsExactlyWhatAnOperatorSaw() {
        TrustedBundles trusted = trusted();
        trusted.add(KNOWN.whole(), LOCATION, "ada", "a fix of today");

        assertThat(trusted.find(LOCATION, () -> KNOWN)).hasValueSatisfying(trust -> {
            assertThat(trust.operator()).isEqualTo("ada");
            assertThat(trust.reason()).isEqualTo("a fix of today");
        });
        assertThat(trusted.find(LOCATION, () -> OTHER)).isEmpty();
        assertThat(trusted.find("file:/tmp/other.jar", () -> KNOWN)).isEmpty();
    }

    @Test
    public void keepsADecisionForTheNextStart() {
        trusted().add(KNOWN.whole(), LOCATION, "ada", "a fix of today");

        assertThat(trusted().find(LOCATION, () -> KNOWN)).isPresent();
    }

    @Test
    public void trustsNobodyOnceTheDecisionIsWithdrawn() {
        TrustedBundles trusted = trusted();
        trusted.add(KNOWN.whole(), LOCATION, "ada", "a fix of today");

        assertThat(trusted.remove(LOCATION)).isTrue();
        assertThat(trusted.find(LOCATION, () -> KNOWN)).isEmpty();
        assertThat(trusted.remove(LOCATION)).isFalse();
    }

    @Test
    public void trustsWhateverComesFromAWorkshopAndSaysSo() throws IOException {
        Files.writeString(etc.getRoot().toPath().resolve(TrustedBundles.FILE), "# mine\n* file:/work/*\n");

        assertThat(trusted().find("file:/work/a.jar", () -> OTHER))
                .hasValueSatisfying(trust -> assertThat(trust.ofAnything()).isTrue());
        assertThat(trusted().find("file:/home/a.jar", () -> OTHER)).isEmpty();
    }

    private TrustedBundles trusted() {
        return new TrustedBundles(etc.getRoot().toPath());
    }
}
