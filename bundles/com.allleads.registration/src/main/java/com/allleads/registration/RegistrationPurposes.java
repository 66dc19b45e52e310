package com.allleads.registration;

import com.allleads.api.consent.LegalBasis;
import com.allleads.api.consent.Purpose;
import com.allleads.api.consent.PurposeSource;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** What accounts use personal data for. */
@Component
public final class RegistrationPurposes implements PurposeSource {

    @Override
    public List<Purpose> purposes() {
        return List.of(
                new Purpose(
                                Purpose.ACCOUNT,
                                "Running your account",
                                "We use your data to run your account: to verify it, to sign you in, and to write to you about it.",
                                LegalBasis.CONTRACT)
                        .of("AccountManagement"),
                new Purpose(
                                Purpose.ADMINISTRATION,
                                "Helping you",
                                "An operator of the site may look up your account to help you or to keep the site working."
                                        + " Each look is written down, and you can see it.",
                                LegalBasis.CONTRACT)
                        .of("CustomerCare"));
    }
}
