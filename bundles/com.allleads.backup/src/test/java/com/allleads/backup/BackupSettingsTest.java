package com.allleads.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.config.InvalidConfigurationException;
import com.allleads.backup.BackupSettings.Values;
import com.allleads.store.testing.Configurations;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import org.junit.Test;

public final class BackupSettingsTest {

    private static final Path INSTANCE = Path.of("/instance");

    @Test
    public void aFolderIsTheInstancesUnlessItSaysOtherwise() {
        assertThat(read(Map.of()).folder()).isEqualTo(INSTANCE.resolve("backups"));
        assertThat(read(Map.of("folder", "/mnt/safe")).folder()).isEqualTo(Path.of("/mnt/safe"));
    }

    @Test
    public void aTimeIsATimeOrNever() {
        assertThat(read(Map.of()).at()).contains(LocalTime.of(3, 15));
        assertThat(read(Map.of("at", "never")).at()).isEmpty();
        assertThatThrownBy(() -> read(Map.of("at", "tonight")))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("at");
    }

    @Test
    public void keysAreKeptForThirtyDaysAtMost() {
        assertThat(read(Map.of()).keysKept()).isEqualTo(Duration.ofDays(30));
        assertThatThrownBy(() -> read(Map.of("keys_kept_days", 31)))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("keys.kept.days");
    }

    @Test
    public void whatIsNoNumberIsRefusedByName() {
        Configurations.withoutNumber(BackupConfiguration.class)
                .forEach((key, broken) -> assertThatThrownBy(() -> BackupSettings.read(broken, INSTANCE))
                        .isInstanceOf(InvalidConfigurationException.class)
                        .hasMessageContaining(key));
    }

    private static Values read(Map<String, ?> values) {
        return BackupSettings.read(Configurations.with(BackupConfiguration.class, values), INSTANCE);
    }
}
