package com.allleads.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.itests.outside.Site;
import com.allleads.itests.outside.SiteRule;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.Test;

/** What operators can do on the console they can do on pages, and the other way round; the running platform names both. */
public class SamePowersFacts {

    private static final Pattern COMMAND = Pattern.compile("allleads:[a-z][a-z0-9-]*");
    private static final Pattern NAMED = Pattern.compile("(?m)^\\s*allleads\\.command = (.*)$");

    private final Site site = SiteRule.current();

    @Test
    public void everyCommandHasAPage() {
        Set<String> without = new TreeSet<>(commands());
        without.removeAll(namedByPages());

        assertThat(without).as("commands that no page stands for").isEmpty();
    }

    @Test
    public void everyCommandThatAPageStandsForExists() {
        Set<String> unknown = new TreeSet<>(namedByPages());
        unknown.removeAll(commands());

        assertThat(unknown).as("named by pages, but no commands").isEmpty();
    }

    private Set<String> commands() {
        Set<String> found = named(site.console().run("*:help"));
        assertThat(found).as("what the console lists").contains("allleads:promises", "allleads:processor-drain");
        return found;
    }

    private Set<String> namedByPages() {
        String pages = NAMED.matcher(site.console().run("service:list com.allleads.api.portal.Page"))
                .results()
                .map(property -> property.group(1))
                .collect(Collectors.joining("\n"));
        Set<String> found = named(pages);
        assertThat(found).as("what pages say").contains("allleads:promises", "allleads:processor-drain");
        return found;
    }

    private static Set<String> named(String printed) {
        return COMMAND.matcher(printed)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
