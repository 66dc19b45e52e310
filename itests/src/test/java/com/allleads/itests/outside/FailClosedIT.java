package com.allleads.itests.outside;

import java.util.Map;
import org.junit.ClassRule;
import org.junit.runner.RunWith;
import org.junit.runners.Suite;

/** On a site of its own: what other facts install, sell or leave behind would stand in the page too. */
@RunWith(Suite.class)
@Suite.SuiteClasses(FailClosedFacts.class)
public class FailClosedIT {

    @ClassRule
    public static final SiteRule SITE = new SiteRule("fail-closed", Map::of);
}
