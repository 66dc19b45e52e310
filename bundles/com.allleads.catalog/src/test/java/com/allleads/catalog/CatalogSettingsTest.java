package com.allleads.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.config.InvalidConfigurationException;
import java.lang.annotation.Annotation;
import org.junit.Test;

public class CatalogSettingsTest {

    @Test
    public void refusesDaysOutOfBoundsByTheNameOfTheKey() {
        assertThatThrownBy(() -> new CatalogSettings(days(0)))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("delivery.days.most");
        assertThatThrownBy(() -> new CatalogSettings(days(3651)))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("delivery.days.most");
    }

    @Test
    public void keepsItsSettingsWhereNewOnesCannotBeUsed() {
        CatalogSettings settings = new CatalogSettings(days(30));
        settings.modified(days(0));
        assertThat(settings.deliveryDaysMost()).isEqualTo(30);
        settings.modified(days(60));
        assertThat(settings.deliveryDaysMost()).isEqualTo(60);
    }

    private static CatalogConfiguration days(int most) {
        return new CatalogConfiguration() {

            @Override
            public int delivery_days_most() {
                return most;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return CatalogConfiguration.class;
            }
        };
    }
}
