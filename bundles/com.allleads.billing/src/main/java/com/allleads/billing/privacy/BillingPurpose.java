package com.allleads.billing.privacy;

import com.allleads.api.consent.LegalBasis;
import com.allleads.api.consent.Purpose;
import com.allleads.api.consent.PurposeSource;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** The purpose that billing follows. */
@Component
public final class BillingPurpose implements PurposeSource {

    @Override
    public List<Purpose> purposes() {
        return List.of(new Purpose(
                        Purpose.BILLING,
                        "Billing",
                        "We use your data to take the payments that you make, to keep your prepaid balance, to give money back and"
                                + " to keep the accounts that law requires. A card processor gets what stands in its notice, and"
                                + " nothing else.",
                        LegalBasis.CONTRACT)
                .of("PaymentManagement"));
    }
}
