package com.allleads.itests.browser;

import com.allleads.itests.outside.SiteRule;
import java.util.Map;
import org.junit.ClassRule;
import org.junit.rules.RuleChain;
import org.junit.runner.RunWith;
import org.junit.runners.Suite;

/** Everything that is seen and done on pages, in a real browser. */
@RunWith(Suite.class)
@Suite.SuiteClasses({
    PersonFacts.class,
    StayFacts.class,
    TopUpFacts.class,
    RedirectFacts.class,
    OperatorFacts.class,
    SamePowersFacts.class,
    SpanishFacts.class,
    FormFacts.class,
    PageFacts.class
})
public class PagesIT {

    @ClassRule
    public static final RuleChain SITE = RuleChain.outerRule(new BrowserRule()).around(new SiteRule("pages", Map::of));
}
