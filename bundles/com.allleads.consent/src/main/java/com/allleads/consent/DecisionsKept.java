package com.allleads.consent;

import com.allleads.api.policy.RetentionSource;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** How long decisions are kept. */
@Component
public final class DecisionsKept implements RetentionSource {

    @Override
    public List<Kept> kept() {
        return List.of(
                new Kept(
                        "What you decided, and the receipts",
                        "For good, under a random number instead of your name: they prove to you and to us what you agreed to."));
    }
}
