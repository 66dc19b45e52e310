package com.allleads.store.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.Test;

public class ChangelogClauseTest {

    @Test
    public void aPathAloneMeansThePlatformsDataSource() {
        assertThat(ChangelogClause.parse("db/changelog.xml"))
                .containsExactly(new ChangelogClause("db/changelog.xml", "allleads"));
    }

    @Test
    public void eachClauseMayNameADataSource() {
        assertThat(ChangelogClause.parse("db/changelog.xml, db/keys.xml; datasource=allleads-keys"))
                .containsExactly(
                        new ChangelogClause("db/changelog.xml", "allleads"),
                        new ChangelogClause("db/keys.xml", "allleads-keys"));
    }

    @Test
    public void refusesTwoChangelogsOnOneDataSource() {
        assertThatThrownBy(() -> ChangelogClause.parse("a.xml,b.xml;datasource=allleads"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two changelogs");
    }

    @Test
    public void refusesWhatItDoesNotUnderstand() {
        for (String header : new String[] {"", "/db/changelog.xml", "a.xml;data=x", "a.xml;datasource=", "a.xml,"}) {
            assertThatThrownBy(() -> ChangelogClause.parse(header))
                    .as(header)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
