package com.allleads.registration.promises;

import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PromiseCheck;
import com.allleads.registration.RegistrationSettings;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jdbi.v3.core.Jdbi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Promise {@code contact.current}: nobody signed in lately whose contact data was older than the review period and was not
 * offered to them for review.
 */
@Component(service = PromiseCheck.class)
public final class ContactReviewOffered implements PromiseCheck {

    private final Jdbi jdbi;
    private final RegistrationSettings settings;

    @Activate
    public ContactReviewOffered(
            @Reference(target = "(schema=com.allleads.registration)") Jdbi jdbi,
            @Reference RegistrationSettings settings) {
        this.jdbi = jdbi;
        this.settings = settings;
    }

    @Override
    public String promise() {
        return "contact.current";
    }

    @Override
    public Evidence count() {
        long due = ZonedDateTime.now(ZoneOffset.UTC)
                .minus(settings.now().review())
                .toInstant()
                .toEpochMilli();
        return jdbi.withHandle(handle -> {
            long accounts = handle.createQuery("SELECT COUNT(*) FROM registration_account WHERE status = 'ACTIVE'")
                    .mapTo(Long.class)
                    .one();
            long neverOffered = handle.createQuery("SELECT COUNT(*) FROM registration_account WHERE status = 'ACTIVE'"
                            + " AND reviewed_at < :due AND review_offered_at < :due AND signed_in_at >= :due")
                    .bind("due", due)
                    .mapTo(Long.class)
                    .one();
            return Evidence.none(
                    "accountsNeverOfferedReview",
                    neverOffered,
                    "activeAccounts",
                    accounts,
                    "Whoever signs in with contact data that was not looked at for "
                            + settings.now().review().toTotalMonths() + " months is offered to review it.");
        });
    }
}
