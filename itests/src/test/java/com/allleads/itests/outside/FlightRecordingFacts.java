package com.allleads.itests.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.Test;

/** An operator who looks for what is slow records a flight of the JVM that serves people. */
public class FlightRecordingFacts {

    private final Site site = SiteRule.current();

    /** The events of libraries then call classes of the JDK that a bundle does not see by itself. */
    @Test
    public void answersWhileAFlightIsRecorded() throws Exception {
        Someone someone = Someone.signedIn(site);
        jcmd("JFR.start", "name=fact");
        try {
            assertThat(someone.available()).isEqualTo("0.00");
        } finally {
            jcmd("JFR.stop", "name=fact");
        }
    }

    private void jcmd(String... command) throws IOException, InterruptedException {
        ProcessBuilder jcmd = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/jcmd").toString(), Long.toString(site.pid()));
        jcmd.command().addAll(List.of(command));
        Process process = jcmd.redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
    }
}
