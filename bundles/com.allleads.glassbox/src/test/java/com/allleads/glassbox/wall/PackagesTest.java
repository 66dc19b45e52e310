package com.allleads.glassbox.wall;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Test;

public final class PackagesTest {

    @Test
    public void theContractLoggingAndPlainLibrariesAreForEverybody() {
        assertThat(Packages.shared("com.allleads.spi.payment")).isTrue();
        assertThat(Packages.shared("org.slf4j")).isTrue();
        assertThat(Packages.shared("com.fasterxml.jackson.databind")).isTrue();
        assertThat(Packages.shared("javax.mail.internet")).isTrue();
    }

    @Test
    public void nothingElseOfThePlatformIsForAnybody() {
        assertThat(Packages.plain("com.allleads.api.vault")).isFalse();
        assertThat(Packages.plain("com.allleads.spirit")).isFalse();
        assertThat(Packages.plain("org.jdbi.v3.core")).isFalse();
        assertThat(Packages.plain("org.osgi.service.cm")).isFalse();
        assertThat(Packages.plain("javax.transaction")).isFalse();
    }

    @Test
    public void anotherLibraryIsForWhoNamesIt() {
        assertThat(Packages.shared("freemarker.template")).isFalse();
        assertThat(Packages.plain("freemarker.template")).isTrue();
    }

    @Test
    public void theFrameworkGivesJavaAndItsCoreAlone() {
        assertThat(Packages.ofFramework("org.osgi.framework")).isTrue();
        assertThat(Packages.ofFramework("javax.net.ssl")).isTrue();
        assertThat(Packages.ofFramework("org.osgi.framework.wiring")).isFalse();
        assertThat(Packages.ofFramework("org.osgi.framework.hooks.service")).isFalse();
        assertThat(Packages.ofFramework("org.apache.karaf.jaas.boot.principal")).isFalse();
    }
}
