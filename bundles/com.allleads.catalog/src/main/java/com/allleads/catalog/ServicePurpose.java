package com.allleads.catalog;

import com.allleads.api.consent.LegalBasis;
import com.allleads.api.consent.Purpose;
import com.allleads.api.consent.PurposeSource;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** What the catalogue uses personal data for. */
@Component
public final class ServicePurpose implements PurposeSource {

    @Override
    public List<Purpose> purposes() {
        return List.of(new Purpose(
                        Purpose.SERVICE,
                        "Providing services",
                        "We use your data to provide the services that you order, and to contact you about them.",
                        LegalBasis.CONTRACT)
                .of("ServiceProvision"));
    }
}
