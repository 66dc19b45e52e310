package com.allleads.rest.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.rest.RestResource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;

/** What is missing is told by its root. */
public class ReadinessTest {

    private final Installation installation = new Installation();

    @Test
    public void isReadyWhenEverythingIsStarted() {
        installation.bundle("com.allleads.vault", Bundle.ACTIVE);
        installation.component("vault", ComponentConfigurationDTO.ACTIVE);
        installation.component("lazy", ComponentConfigurationDTO.SATISFIED);

        assertThat(bundles("com.allleads.vault")).isEmpty();
        assertThat(components()).isEmpty();
    }

    @Test
    public void namesBundlesThatAreNotStarted() {
        installation
                .bundle("com.allleads.vault", Bundle.RESOLVED)
                .bundle("com.allleads.policy", Bundle.STARTING)
                .bundle("com.allleads.consent", Bundle.INSTALLED)
                .bundle("org.other", Bundle.RESOLVED);

        assertThat(bundles())
                .containsExactly(
                        "bundle com.allleads.vault is stopped",
                        "bundle com.allleads.policy is starting",
                        "bundle com.allleads.consent is not resolved: an import is missing");
    }

    @Test
    public void namesRequiredBundlesThatAreNotInstalled() {
        installation.bundle("com.allleads.vault", Bundle.ACTIVE);

        assertThat(bundles("com.allleads.vault", "com.allleads.billing"))
                .containsExactly("bundle com.allleads.billing is not installed");
    }

    @Test
    public void leavesAdaptersToTheOperators() {
        installation
                .bundle("com.allleads.payment.sandbox", Bundle.RESOLVED)
                .bundle("com.allleads.channel.smtp", Bundle.INSTALLED);

        assertThat(bundles()).isEmpty();
    }

    @Test
    public void leavesFragmentsAlone() {
        installation.bundle("com.allleads.words", Bundle.RESOLVED, Map.of("Fragment-Host", "com.allleads.portal"));

        assertThat(bundles()).isEmpty();
    }

    @Test
    public void namesTheRootAndNotTheConsequences() {
        installation.waiting("store", "javax.sql.DataSource", "(name=allleads)", "Jdbi");
        installation.waiting("vault", "Jdbi", null, "Vault");
        installation.waiting("registration", "Vault", null, "Accounts");

        assertThat(components()).containsExactly("store waits for a javax.sql.DataSource (name=allleads)");
    }

    @Test
    public void namesAStoppedBundleAndNotWhatWaitsForIt() {
        installation.bundle("com.allleads.consent", Bundle.RESOLVED, Map.of("Services", "Consent"));
        installation.waiting("vault", "Consent", null, "Vault");
        installation.waiting("registration", "Vault", null, "Accounts");

        assertThat(components()).isEmpty();
        assertThat(bundles()).containsExactly("bundle com.allleads.consent is stopped");
    }

    @Test
    public void namesAllWhereTheyWaitForEachOther() {
        installation.waiting("one", "Two", null, "One");
        installation.waiting("two", "One", null, "Two");

        assertThat(components()).containsExactlyInAnyOrder("one waits for a Two", "two waits for a One");
    }

    @Test
    public void tellsWhatIsWrongWithAConfiguration() {
        installation.component("registration", ComponentConfigurationDTO.FAILED_ACTIVATION).failure =
                "org.osgi.service.component.ComponentException: wrapped\n\tat somewhere\n"
                        + "Caused by: com.allleads.api.config.InvalidConfigurationException: "
                        + "com.allleads.registration.cfg: pin.minutes = 0: must be 1 to 1440\n\tat elsewhere";

        assertThat(components())
                .containsExactly("registration does not start: "
                        + "com.allleads.registration.cfg: pin.minutes = 0: must be 1 to 1440");
    }

    @Test
    public void namesWhatFailedAndNotWhatFailedForIt() {
        installation.component("settings", ComponentConfigurationDTO.FAILED_ACTIVATION, "Settings").failure =
                "com.allleads.api.config.InvalidConfigurationException: pin.tries must be a whole number";
        needing("sign-in", "1..1", "Settings", "SignIn");
        needing("page", "1..1", "SignIn", "Page");
        needing("other", "0..1", "Settings", "Other");

        assertThat(components())
                .containsExactly(
                        "settings does not start: pin.tries must be a whole number",
                        "other does not start: the log says why");
    }

    /** A component that failed too. */
    private void needing(String name, String cardinality, String needed, String service) {
        ComponentConfigurationDTO component =
                installation.component(name, ComponentConfigurationDTO.FAILED_ACTIVATION, service);
        component.failure = "org.osgi.service.component.ComponentException";
        ReferenceDTO reference = new ReferenceDTO();
        reference.interfaceName = needed;
        reference.cardinality = cardinality;
        component.description.references = new ReferenceDTO[] {reference};
    }

    @Test
    public void keepsOtherFailuresToTheLog() {
        installation.component("vault", ComponentConfigurationDTO.FAILED_ACTIVATION).failure =
                "java.lang.IllegalStateException: ada@mail.example";

        assertThat(components()).containsExactly("vault does not start: the log says why");
    }

    @Test
    public void namesConfigurationsThatAreNeeded() {
        installation.component("vault", ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION);

        assertThat(components()).containsExactly("vault needs the configuration vault");
    }

    @Test
    public void expectsTheResourcesOfActiveComponents() {
        resource("/ready", ComponentConfigurationDTO.ACTIVE);
        resource("/keys", ComponentConfigurationDTO.SATISFIED);
        resource("/services", ComponentConfigurationDTO.UNSATISFIED_REFERENCE);

        assertThat(new HostComponents(installation.runtime()).prefixes(installation.bundles()))
                .containsExactlyInAnyOrder("/ready", "/keys");
    }

    private void resource(String prefix, int state) {
        installation.component(prefix, state).description.properties = Map.of(RestResource.PREFIX, prefix);
    }

    private List<String> bundles(String... required) {
        return List.copyOf(new HostBundles(installation.context()).missing(Set.of(required)));
    }

    private List<String> components() {
        return new HostComponents(installation.runtime()).missing(installation.bundles());
    }
}
