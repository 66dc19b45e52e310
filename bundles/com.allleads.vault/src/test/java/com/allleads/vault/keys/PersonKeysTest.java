package com.allleads.vault.keys;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.config.InvalidConfigurationException;
import com.allleads.store.testing.Configurations;
import com.allleads.vault.retention.Retention;
import org.junit.Test;

public class PersonKeysTest {

    @Test
    public void namesTheKeyOfAValueThatIsNoNumber() {
        Configurations.withoutNumber(VaultConfiguration.class)
                .forEach((key, configuration) -> assertThatThrownBy(() -> {
                            PersonKeys.cache(configuration);
                            new Retention(configuration);
                        })
                        .isInstanceOf(InvalidConfigurationException.class)
                        .hasMessageEndingWith(".cfg: " + key + " must be a whole number"));
    }
}
