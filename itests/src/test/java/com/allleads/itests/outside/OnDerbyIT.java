package com.allleads.itests.outside;

import com.allleads.itests.harness.HarnessFacts;
import java.util.Map;
import org.junit.ClassRule;
import org.junit.runner.RunWith;
import org.junit.runners.Suite;

/** Everything that is told from outside, on the embedded Derby. */
@RunWith(Suite.class)
@Suite.SuiteClasses({
    StoryFacts.class,
    DeliveryFacts.class,
    StatementFileFacts.class,
    PolicyFacts.class,
    AnnouncementFacts.class,
    DocumentFacts.class,
    ClientFacts.class,
    BadInputFacts.class,
    ConsoleFacts.class,
    BackupFacts.class,
    MetricsFacts.class,
    AuditFacts.class,
    CanaryFacts.class,
    FlightRecordingFacts.class,
    SwapFacts.class,
    StripeFacts.class,
    ProcessorProjectFacts.class,
    GlassBoxFacts.class,
    HarnessFacts.class
})
public class OnDerbyIT {

    @ClassRule
    public static final SiteRule SITE = new SiteRule("derby", Map::of);
}
