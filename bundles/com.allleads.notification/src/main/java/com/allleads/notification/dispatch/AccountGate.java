package com.allleads.notification.dispatch;

import com.allleads.api.notification.MessageClass;
import com.allleads.api.person.PersonId;
import com.allleads.api.registration.Accounts;
import com.allleads.notification.dispatch.Outcome.Ended;
import com.allleads.notification.dispatch.Outcome.Waits;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Lets a message pass as the person's account stands: none to one that was deactivated, and none but those about the account
 * itself to an address that nobody has confirmed.
 */
@Component(service = AccountGate.class)
public final class AccountGate {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Accounts accounts;

    /** Why a message may not go out, or not now; empty where it may. */
    Optional<Outcome> objection(PersonId person, MessageClass messageClass) {
        Accounts present = accounts;
        if (present == null) {
            return Optional.of(new Waits("no capability that knows accounts is running"));
        }
        Optional<Accounts.Status> status = present.status(person);
        if (status.equals(Optional.of(Accounts.Status.DEACTIVATED))) {
            return Optional.of(Ended.cancelled("the account is deactivated"));
        }
        if (messageClass != MessageClass.ACCOUNT && !status.equals(Optional.of(Accounts.Status.ACTIVE))) {
            return Optional.of(Ended.cancelled("the person has no account whose address was confirmed"));
        }
        return Optional.empty();
    }
}
