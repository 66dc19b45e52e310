package com.allleads.store.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.store.testing.StoreRule;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.rules.Timeout;

public class MigrationTest {

    private static final String BUNDLE = "com.allleads.orchard";
    private static final String APPLES = "create table orchard_apple (name varchar(20))";
    private static final String PEARS = "create table orchard_pear (name varchar(20))";

    @Rule
    public final StoreRule store = new StoreRule();

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Rule
    public final Timeout patience = Timeout.seconds(60);

    private ChangelogFolder changelogs;

    @Before
    public void changelogs() {
        changelogs = new ChangelogFolder(folder.getRoot().toPath());
    }

    @Test
    public void makesTheTables() throws Exception {
        migrate(changelogs.changelog(BUNDLE, "1.0.0", APPLES));

        assertThat(tables()).contains("ORCHARD_APPLE", "ORCHARDCHANGELOG", "ORCHARDCHANGELOGLOCK", "STORE_SCHEMA");
    }

    @Test
    public void leavesLiquibaseAloneWhereNothingChanged() throws Exception {
        Changelog changelog = changelogs.changelog(BUNDLE, "1.0.0", APPLES);
        migrate(changelog);

        migrate(changelogs.absent(changelog));
    }

    @Test
    public void appliesWhatANewerVersionAdds() throws Exception {
        migrate(changelogs.changelog(BUNDLE, "1.0.0", APPLES));

        migrate(changelogs.changelog(BUNDLE, "1.1.0", APPLES, PEARS));

        assertThat(tables()).contains("ORCHARD_APPLE", "ORCHARD_PEAR");
    }

    @Test
    public void anOlderVersionRefusesNewerTables() throws Exception {
        migrate(changelogs.changelog(BUNDLE, "1.1.0", APPLES, PEARS));

        assertThatThrownBy(() -> migrate(changelogs.changelog(BUNDLE, "1.0.0", APPLES)))
                .isInstanceOf(TablesAreNewerException.class)
                .hasMessageContaining(BUNDLE + " 1.1.0")
                .hasMessageContaining("1.0.0 does not know: b");
    }

    @Test
    public void refusesAgainAndAgain() throws Exception {
        migrate(changelogs.changelog(BUNDLE, "1.1.0", APPLES, PEARS));
        Changelog older = changelogs.changelog(BUNDLE, "1.0.0", APPLES);
        assertThatThrownBy(() -> migrate(older)).isInstanceOf(TablesAreNewerException.class);

        assertThatThrownBy(() -> migrate(older)).isInstanceOf(TablesAreNewerException.class);
    }

    @Test
    public void anOlderVersionWithTheSameChangesetsServes() throws Exception {
        migrate(changelogs.changelog(BUNDLE, "1.1.0", APPLES));

        migrate(changelogs.changelog(BUNDLE, "1.0.0", APPLES));
    }

    @Test
    public void aNewerVersionMayDropOldChangesets() throws Exception {
        migrate(changelogs.changelog(BUNDLE, "1.0.0", APPLES, PEARS));

        migrate(changelogs.changelog(BUNDLE, "2.0.0", APPLES));
    }

    @Test
    public void anOlderVersionRefusesWhatANewerOneLeftHalfDone() throws Exception {
        Changelog older = changelogs.changelog(BUNDLE, "1.0.0", APPLES);
        migrate(older);
        assertThatThrownBy(() -> migrate(changelogs.changelog(BUNDLE, "1.1.0", APPLES, PEARS, "nonsense")))
                .isInstanceOf(Exception.class);

        assertThatThrownBy(() -> migrate(older)).isInstanceOf(TablesAreNewerException.class);
    }

    @Test
    public void goesOnWhereAFailureWasMended() throws Exception {
        assertThatThrownBy(() -> migrate(changelogs.changelog(BUNDLE, "1.0.0", APPLES, "nonsense")))
                .isInstanceOf(Exception.class);

        migrate(changelogs.changelog(BUNDLE, "1.0.0", APPLES, PEARS));

        assertThat(tables()).contains("ORCHARD_APPLE", "ORCHARD_PEAR");
    }

    @Test
    public void aLockLeftByAProcessThatDiedIsNoObstacle() throws Exception {
        migrate(changelogs.changelog(BUNDLE, "1.0.0", APPLES));
        store.jdbi()
                .useHandle(handle -> handle.execute("update orchardchangeloglock set locked = true,"
                        + " lockgranted = current_timestamp, lockedby = 'a process that died'"));

        migrate(changelogs.changelog(BUNDLE, "1.1.0", APPLES, PEARS));

        assertThat(tables()).contains("ORCHARD_PEAR");
    }

    @Test
    public void bundlesDoNotDisturbEachOther() throws Exception {
        migrate(changelogs.changelog(BUNDLE, "1.0.0", APPLES));

        migrate(changelogs.changelog("com.allleads.garden.shed", "1.0.0", PEARS));

        assertThat(tables()).contains("ORCHARDCHANGELOG", "GARDENSHEDCHANGELOG", "ORCHARD_APPLE", "ORCHARD_PEAR");
    }

    @Test
    public void theDatabaseIsNotShutDownUnderOthers() throws Exception {
        try (var connection = store.dataSource().getConnection()) {
            migrate(changelogs.changelog(BUNDLE, "1.0.0", APPLES));

            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @Test
    public void refusesABundleWhoseNameIsTooLongForTables() {
        assertThatThrownBy(() -> changelogs.changelog("com.example." + "long".repeat(12), "1.0.0", APPLES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too long");
    }

    private void migrate(Changelog changelog) throws Exception {
        new Migration(store.dataSource(), changelog, () -> false).run();
    }

    private List<String> tables() {
        return store.jdbi()
                .withHandle(handle -> handle.createQuery("select tablename from sys.systables where tabletype = 'T'")
                        .mapTo(String.class)
                        .list());
    }
}
