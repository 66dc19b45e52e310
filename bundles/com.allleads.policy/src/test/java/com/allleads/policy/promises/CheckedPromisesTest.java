package com.allleads.policy.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.config.InvalidConfigurationException;
import com.allleads.api.policy.PromiseReport;
import com.allleads.api.policy.PromiseState;
import com.allleads.store.testing.Configurations;
import com.allleads.store.testing.StoreRule;
import java.lang.annotation.Annotation;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;

public class CheckedPromisesTest {

    @Rule
    public final StoreRule store = new StoreRule("db/changelog.xml");

    private PromiseHistory history;
    private CheckedPromises promises;

    @Before
    public void start() {
        history = new PromiseHistory(store.jdbi());
        promises = checked(configuration(60));
    }

    @After
    public void stop() {
        promises.stop();
    }

    @Test
    public void statesEveryPromiseOfThePolicyOnce() {
        assertThat(promises.reports())
                .hasSize(40)
                .extracting(PromiseReport::id)
                .doesNotHaveDuplicates()
                .contains("collection.points", "choice.opt-in", "security.alteration", "rights.deadline");
    }

    @Test
    public void provesNothingWithoutChecks() {
        assertThat(promises.reports()).allMatch(report -> report.state() == PromiseState.UNPROVEN);
    }

    @Test
    public void knowsNoOtherPromise() {
        assertThat(promises.report("made.up")).isEmpty();
    }

    @Test
    public void writesDownOnlyTurns() {
        PromiseReport report = promises.report("choice.opt-in").orElseThrow();

        assertThat(history.note(report)).isFalse();
        assertThat(history.note(new PromiseReport(
                        report.id(),
                        report.text(),
                        PromiseState.BROKEN,
                        report.evidence(),
                        report.note(),
                        report.checkedAt())))
                .isTrue();
        assertThat(history.of("choice.opt-in"))
                .extracting(PromiseHistory.Turn::state)
                .containsExactly(PromiseState.BROKEN, PromiseState.UNPROVEN);
    }

    @Test
    public void refusesAnIntervalThatIsTooShortByItsKey() {
        assertThatThrownBy(() -> checked(configuration(1)))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("com.allleads.policy.cfg: check.interval.seconds = 1: must be 5 to 86400");
    }

    @Test
    public void namesTheKeyOfAValueThatIsNoNumber() {
        Configurations.withoutNumber(PromiseConfiguration.class)
                .forEach((key, configuration) -> assertThatThrownBy(() -> checked(configuration))
                        .hasMessageEndingWith(".cfg: " + key + " must be a whole number"));
    }

    @Test
    public void refusesAnAlarmAddressThatIsNone() {
        assertThatThrownBy(() -> checked(configuration(60, "ops")))
                .hasMessage("com.allleads.policy.cfg: alarm.address must be a mail address, or empty for nobody");
    }

    private CheckedPromises checked(PromiseConfiguration configuration) {
        return new CheckedPromises(new InstalledChecks(), history, new Alarms(history), configuration);
    }

    private static PromiseConfiguration configuration(int interval) {
        return configuration(interval, "");
    }

    private static PromiseConfiguration configuration(int interval, String alarmAddress) {
        return new PromiseConfiguration() {
            @Override
            public int check_interval_seconds() {
                return interval;
            }

            @Override
            public int answer_age_seconds() {
                return 5;
            }

            @Override
            public String alarm_address() {
                return alarmAddress;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return PromiseConfiguration.class;
            }
        };
    }
}
