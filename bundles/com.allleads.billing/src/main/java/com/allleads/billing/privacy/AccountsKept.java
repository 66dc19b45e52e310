package com.allleads.billing.privacy;

import com.allleads.api.policy.RetentionSource;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** How long money is on record. */
@Component
public final class AccountsKept implements RetentionSource {

    @Override
    public List<Kept> kept() {
        return List.of(
                new Kept(
                        "Payments, orders and your balance",
                        "For good, as the accounts that law demands, under a random number instead of your name."),
                new Kept(
                        "The token and last digits of your card",
                        "Until you remove the card, or have your data erased."));
    }
}
