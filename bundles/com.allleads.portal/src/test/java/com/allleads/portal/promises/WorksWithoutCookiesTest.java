package com.allleads.portal.promises;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PackedReport;
import com.allleads.api.policy.PromiseState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class WorksWithoutCookiesTest {

    private static final String BUNDLES = "a list of bundles\n";

    @Rule
    public final TemporaryFolder library = new TemporaryFolder();

    @Test
    public void isKeptWhereNothingFailedWithoutCookies() throws Exception {
        reported(BUNDLES, "{\"sum\":\"without cookies\",\"pages\":61,\"failed\":0}");

        assertThat(count().state()).isEqualTo(PromiseState.KEPT);
        assertThat(count().counts())
                .containsEntry("storiesFailedWithoutCookies", 0L)
                .containsEntry("pagesSeenWithoutCookies", 61L);
    }

    @Test
    public void isBrokenWhereAStoryFailedWithoutCookies() throws Exception {
        reported(BUNDLES, "{\"sum\":\"without cookies\",\"pages\":61,\"failed\":1}");

        assertThat(count().state()).isEqualTo(PromiseState.BROKEN);
    }

    @Test
    public void isUnprovenWithoutAReportOfExactlyThisVersion() throws Exception {
        assertThat(count().state()).isEqualTo(PromiseState.UNPROVEN);

        reported("another list", "{\"sum\":\"without cookies\",\"pages\":61,\"failed\":0}");
        assertThat(count().state()).isEqualTo(PromiseState.UNPROVEN);
    }

    @Test
    public void isUnprovenWhereTheTestsWereCutOff() throws Exception {
        reported(BUNDLES, "{\"test\":\"signsOutAndIsNobodyAgain\",\"pages\":9,\"failed\":0}");

        assertThat(count().state()).isEqualTo(PromiseState.UNPROVEN);
    }

    private Evidence count() {
        return new WorksWithoutCookies(new PackedReport(folder(), WorksWithoutCookies.FILE)).count();
    }

    private void reported(String bundles, String line) throws Exception {
        Files.writeString(folder().resolve("host-bundles.sha256"), BUNDLES);
        String digest = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(bundles.getBytes(StandardCharsets.UTF_8)));
        Files.writeString(
                folder().resolve(WorksWithoutCookies.FILE),
                "{\"run\":\"without cookies\",\"versions\":{\"bundles\":\"" + digest + "\"}}\n" + line + "\n");
    }

    private Path folder() {
        return library.getRoot().toPath();
    }
}
