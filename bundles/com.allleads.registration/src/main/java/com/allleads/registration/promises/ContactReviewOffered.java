package com.allleads.registration.promises;

import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PromiseCheck;
import com.allleads.registration.RegistrationSettings;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Promise {@code contact.current}: everybody whose contact data was not reviewed for the review period was asked to review it,
 * at sign-in or by email.
 */
@Component(service = PromiseCheck.class)
public final class ContactReviewOffered implements PromiseCheck {

    /** The reminders go out within hours, and may wait while the site is down. */
    private static final Duration GRACE = Duration.ofDays(2);

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
        Instant due = settings.now().reviewDue(Instant.now()).minus(GRACE);
        return jdbi.withHandle(handle -> Evidence.none(
                "accountsNeverOfferedReview",
                handle.createQuery("SELECT COUNT(*) FROM registration_account WHERE status = 'ACTIVE'"
                                + " AND reviewed_at < :due AND review_offered_at < :due")
                        .bind("due", due.toEpochMilli())
                        .mapTo(Long.class)
                        .one(),
                "activeAccounts",
                handle.createQuery("SELECT COUNT(*) FROM registration_account WHERE status = 'ACTIVE'")
                        .mapTo(Long.class)
                        .one(),
                "Active accounts whose contact data was neither reviewed nor offered for review in the last "
                        + settings.now().review().toTotalMonths() + " months."));
    }
}
