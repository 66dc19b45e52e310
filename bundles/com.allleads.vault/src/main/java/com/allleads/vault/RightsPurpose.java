package com.allleads.vault;

import com.allleads.api.consent.LegalBasis;
import com.allleads.api.consent.Purpose;
import com.allleads.api.consent.PurposeSource;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** The purpose that the vault itself follows: showing people what is held about them. */
@Component(service = PurposeSource.class)
public final class RightsPurpose implements PurposeSource {

    @Override
    public List<Purpose> purposes() {
        return List.of(new Purpose(
                        Purpose.RIGHTS,
                        "Your rights",
                        "We use your data to show you what is held about you, to correct it, and to prove to you what was done"
                                + " with it. The law requires this.",
                        LegalBasis.LEGAL_DUTY)
                .of("RightsFulfilment"));
    }
}
