package com.allleads.vault.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.allleads.portal.testing.Look;
import com.allleads.vault.OperatorActs;
import com.allleads.vault.VaultHouse;
import com.allleads.vault.keys.RotationRun;
import com.allleads.vault.retention.Retention;
import com.allleads.vault.retention.StatedRetention;
import com.allleads.vault.retention.Sweep;
import com.allleads.vault.retention.SweepRun;
import com.allleads.vault.retention.Sweeps;
import java.time.Duration;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TestRule;

public final class KeysAndRetentionPagesTest {

    private static final OperatorActs ACTS = OperatorActs.by(act -> (outcome, problem) -> {});

    private static final VaultHouse HOUSE = new VaultHouse();

    @ClassRule
    public static final TestRule RULE = HOUSE.rule();

    private final Retention retention = new Retention(Duration.ofDays(30));
    private final Sweeps sweeps = new Sweeps(HOUSE.data.jdbi());
    private RotationRun rotationRun;
    private SweepRun sweepRun;
    private KeysPage keys;
    private RetentionPage retentionPage;

    @Before
    public void start() {
        HOUSE.clear();
        HOUSE.enrol();
        rotationRun = new RotationRun(HOUSE.rotation);
        keys = new KeysPage(rotationRun, HOUSE.rotation, ACTS);
        sweepRun = new SweepRun(
                new Sweep(
                        HOUSE.persons,
                        HOUSE.values,
                        HOUSE.lookups,
                        HOUSE.corrections,
                        HOUSE.requests,
                        HOUSE.erasures,
                        retention,
                        sweeps,
                        HOUSE.data.transactions()),
                sweeps);
        retentionPage = new RetentionPage(sweepRun, sweeps, new StatedRetention(HOUSE.consent, retention), ACTS);
    }

    @After
    public void stop() {
        rotationRun.stop();
        sweepRun.stop();
    }

    @Test
    public void replacesTheMasterKeyForAReason() {
        assertThat(Look.at(keys).asOperator().html()).contains("never replaced", "Replace the master key");

        assertThat(Look.at(keys).asOperator().with("reason", "It is <b>May</b>").said())
                .contains("under way");
        await().until(() -> HOUSE.rotation.rotations().get(0).endedAt().isPresent());

        assertThat(Look.at(keys).asOperator().html()).contains("It is &lt;b&gt;May&lt;/b&gt;");
        assertThat(Look.at(keys).asOperator().in("es").html()).contains("Clave antigua destruida");
    }

    @Test
    public void asksForAReason() {
        assertThat(Look.at(keys).asOperator().with("reason", " ").refused()).contains("Reason");
        assertThat(HOUSE.rotation.rotations()).isEmpty();
    }

    @Test
    public void sweepsAndTellsTheRules() {
        assertThat(Look.at(retentionPage).asOperator().html())
                .contains("Nothing was swept yet", "30 days after you deactivate");

        Look.at(retentionPage).asOperator().submit();
        await().until(() -> sweeps.last().isPresent());

        assertThat(Look.at(retentionPage).asOperator().html()).contains("Sweep ", "Nothing was due.");
        assertThat(Look.at(retentionPage).asOperator().in("es").html()).contains("No había nada vencido.");
    }
}
