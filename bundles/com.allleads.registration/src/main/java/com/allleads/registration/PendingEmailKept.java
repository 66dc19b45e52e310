package com.allleads.registration;

import com.allleads.api.consent.Purpose;
import com.allleads.api.vault.RetentionRules;
import java.time.Duration;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** A changed address that nobody confirmed does not wait for ever. */
@Component
public final class PendingEmailKept implements RetentionRules {

    @Override
    public List<Rule> rules() {
        return List.of(new Rule(
                RegistrationPoint.PENDING_EMAIL,
                Purpose.ACCOUNT,
                From.WRITTEN,
                Duration.ofDays(30),
                "A changed email address waits so long for your confirmation."));
    }
}
