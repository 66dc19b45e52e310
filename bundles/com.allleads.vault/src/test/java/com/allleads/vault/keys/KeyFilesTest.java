package com.allleads.vault.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.store.testing.StoreRule;
import com.allleads.vault.VaultHouse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.RuleChain;
import org.junit.rules.TestRule;

public final class KeyFilesTest {

    private static final VaultHouse HOUSE = new VaultHouse();
    private static final VaultHouse OTHER = new VaultHouse();

    @ClassRule
    public static final TestRule RULE = RuleChain.outerRule(HOUSE.rule()).around(OTHER.rule());

    private static final KeyTrouble TROUBLE = new KeyTrouble();

    private Path secrets;

    @Before
    public void enrol() {
        HOUSE.clear();
        OTHER.clear();
        HOUSE.enrol();
        secrets = HOUSE.folder().resolve("secrets");
    }

    @Test
    public void makesKeysThatOnlyTheOwnerReads() throws Exception {
        for (String name : new String[] {KeyFiles.MASTER, KeyFiles.LOOKUP}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets.resolve(name))))
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                .isEqualTo("rwx------");
        assertThat(Files.readAllBytes(secrets.resolve(KeyFiles.MASTER)))
                .isNotEqualTo(Files.readAllBytes(secrets.resolve(KeyFiles.LOOKUP)));
    }

    @Test
    public void refusesToStartWithoutItsKeyFile() throws Exception {
        for (String name : new String[] {KeyFiles.MASTER, KeyFiles.LOOKUP}) {
            byte[] key = Files.readAllBytes(secrets.resolve(name));
            Files.delete(secrets.resolve(name));

            assertThatThrownBy(this::start).hasMessageContaining(name).hasMessageContaining("missing");
            assertThat(secrets.resolve(name)).doesNotExist();
            assertThat(TROUBLE.missing().orElseThrow()).contains(name).doesNotContain(secrets.toString());

            Files.write(secrets.resolve(name), key);
            start();
            assertThat(TROUBLE.missing()).isEmpty();
        }
    }

    @Test
    public void refusesToStartWithAnotherKeyFile() throws Exception {
        Files.copy(
                OTHER.folder().resolve("secrets").resolve(KeyFiles.MASTER),
                secrets.resolve(KeyFiles.MASTER),
                StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(this::start).hasMessageContaining("another key");
    }

    @Test
    public void refusesAFileThatIsNoKey() throws Exception {
        Files.writeString(secrets.resolve(KeyFiles.MASTER), "abc");

        assertThatThrownBy(this::start).hasMessageContaining("hex digits");
    }

    @Test
    public void refusesTheKeysOfAnotherInstallation() {
        assertThatThrownBy(() -> start(HOUSE.data, OTHER.keyStore, OTHER.folder()))
                .hasMessageContaining("two different installations");
    }

    @Test
    public void refusesAnEmptyKeyStoreBesideData() {
        OTHER.keyStore.jdbi().useHandle(handle -> handle.execute("DELETE FROM vault_key_store"));

        assertThatThrownBy(() -> start(HOUSE.data, OTHER.keyStore, HOUSE.folder()))
                .hasMessageContaining("key store (data source allleads-keys) is empty");
    }

    @Test
    public void refusesEmptyDataBesideKeys() {
        OTHER.data.jdbi().useHandle(handle -> handle.execute("DELETE FROM vault_origin"));

        assertThatThrownBy(() -> start(OTHER.data, HOUSE.keyStore, HOUSE.folder()))
                .hasMessageContaining("data source allleads is empty");
    }

    @Test
    public void startsAgainAfterACrashAtTheFirstStart() {
        OTHER.keyStore.jdbi().useHandle(handle -> handle.execute("DELETE FROM vault_key_store"));

        start(OTHER.data, OTHER.keyStore, OTHER.folder());
        start(OTHER.data, OTHER.keyStore, OTHER.folder());
    }

    private void start() {
        start(HOUSE.data, HOUSE.keyStore, HOUSE.folder());
    }

    private static void start(StoreRule data, StoreRule keyStore, Path folder) {
        KeyFiles files = new KeyFiles(data.jdbi(), keyStore.jdbi(), folder, TROUBLE);
        assertThat(files.lookupHash("email", "a")).hasSize(32);
    }
}
