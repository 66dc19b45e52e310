package com.allleads.itests.outside;

import com.allleads.itests.harness.HarnessFacts;
import org.junit.ClassRule;
import org.junit.rules.RuleChain;
import org.junit.runner.RunWith;
import org.junit.runners.Suite;

/** The same on PostgreSQL: the same bundles, only the data source differs. */
@RunWith(Suite.class)
@Suite.SuiteClasses({
    StoryFacts.class,
    DeliveryFacts.class,
    StatementFileFacts.class,
    BadInputFacts.class,
    ConsoleFacts.class,
    BackupFacts.class,
    CanaryFacts.class,
    SwapFacts.class,
    HarnessFacts.class
})
public class OnPostgresIT {

    private static final Postgres POSTGRES = new Postgres();

    @ClassRule
    public static final RuleChain SITE =
            RuleChain.outerRule(POSTGRES).around(new SiteRule("postgres", POSTGRES::environment));
}
