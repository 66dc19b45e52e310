package com.allleads.billing.privacy;

import com.allleads.api.consent.Purpose;
import com.allleads.api.vault.Field;
import com.allleads.api.vault.RetentionRules;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;

/** Who paid is known for as long as banks may demand a payment back. */
@Component
public final class PayerKept implements RetentionRules {

    private static final Duration DISPUTES = Duration.ofDays(180);

    @Override
    public List<Rule> rules() {
        return Stream.of(
                        Field.NAME,
                        Field.EMAIL,
                        Field.BILLING_STREET,
                        Field.BILLING_CITY,
                        Field.BILLING_REGION,
                        Field.BILLING_POSTAL_CODE,
                        Field.BILLING_COUNTRY)
                .map(field -> new Rule(
                        field,
                        Purpose.BILLING,
                        From.DEACTIVATED,
                        DISPUTES,
                        "So long a bank may demand a payment back, and we have to answer for whom it was."))
                .toList();
    }
}
