package com.allleads.glassbox.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Test;

public final class MavenLocationTest {

    @Test
    public void isAFileOfTheRepository() {
        assertThat(MavenLocation.of("mvn:com.allleads/com.allleads.spi/1.0.0-SNAPSHOT"))
                .contains(new MavenLocation(
                        "com/allleads/com.allleads.spi/1.0.0-SNAPSHOT/com.allleads.spi-1.0.0-SNAPSHOT.jar", false));
        assertThat(MavenLocation.of("mvn:org.ops4j.pax.url/pax-url-wrap/2.7.0/jar/uber"))
                .contains(new MavenLocation("org/ops4j/pax/url/pax-url-wrap/2.7.0/pax-url-wrap-2.7.0-uber.jar", false));
        assertThat(MavenLocation.of("wrap:mvn:org.jdbi/jdbi3-core/3.49.6$Bundle-SymbolicName=a&Import-Package=*"))
                .contains(new MavenLocation("org/jdbi/jdbi3-core/3.49.6/jdbi3-core-3.49.6.jar", true));
    }

    @Test
    public void isNoneForWhatComesFromElsewhere() {
        assertThat(MavenLocation.of("file:/tmp/a.jar")).isEmpty();
        assertThat(MavenLocation.of("mvn:https://repo.example!org.jdbi/jdbi3-core/1.0"))
                .isEmpty();
        assertThat(MavenLocation.of("mvn:org.jdbi/../../etc/1.0/a/b/c")).isEmpty();
    }
}
