package com.allleads.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Test;

public class RequiredFeaturesTest {

    private final Karaf karaf = new Karaf();
    private final RequiredFeatures features = new RequiredFeatures(karaf.service());

    @Test
    public void givesUpTheFeatureThatNamesTheBundleAndNoOther() throws Exception {
        karaf.require("adapter", "mvn:example/library/1.0", "mvn:example/adapter/1.0");
        karaf.require("other", "mvn:example/library/1.0", "mvn:example/other/1.0");

        assertThat(features.giveUp("mvn:example/adapter/1.0")).containsExactly("adapter");

        assertThat(karaf.required()).containsExactly("other");
    }

    @Test
    public void keepsEveryFeatureWhereNoneNamesTheBundle() throws Exception {
        karaf.require("other", "mvn:example/other/1.0");

        assertThat(features.giveUp("mvn:example/adapter/1.0")).isEmpty();

        assertThat(karaf.required()).containsExactly("other");
    }
}
