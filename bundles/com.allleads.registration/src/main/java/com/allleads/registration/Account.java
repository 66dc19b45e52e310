package com.allleads.registration;

import com.allleads.api.person.PersonId;
import com.allleads.api.registration.Accounts.Status;
import java.time.Instant;
import java.util.Optional;

/**
 * An account as it is kept.
 *
 * @param person whose
 * @param status where it stands
 * @param passwordHash in the PHC string format; not a hash once the person was erased
 * @param registeredAt when it was made
 * @param activatedAt when its PIN was entered
 * @param deactivatedAt when it was deactivated
 * @param reviewedAt when the person last entered or confirmed their contact data
 * @param signedInAt when the person last signed in
 * @param lockedUntil until when no password is accepted
 */
public record Account(
        PersonId person,
        Status status,
        String passwordHash,
        Instant registeredAt,
        Optional<Instant> activatedAt,
        Optional<Instant> deactivatedAt,
        Instant reviewedAt,
        Optional<Instant> signedInAt,
        Instant lockedUntil) {

    /** Whether there is a password: not once the person was erased. */
    boolean hasPassword() {
        return !passwordHash.equals(AccountTable.NO_PASSWORD) && !passwordHash.equals(AccountTable.FORGETTING);
    }

    /** Leaves the hash out. */
    @Override
    public String toString() {
        return "Account[" + person + ", " + status + "]";
    }
}
