package com.allleads.registration;

import com.allleads.api.policy.RetentionSource;
import com.allleads.registration.RegistrationSettings.Values;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How long sessions and registrations that nobody finished are kept, as it is configured. */
@Component
public final class SessionsKept implements RetentionSource {

    private final RegistrationSettings settings;

    @Activate
    public SessionsKept(@Reference RegistrationSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<Kept> kept() {
        Values now = settings.now();
        return List.of(
                new Kept(
                        "Where you are signed in",
                        "Until you sign out, and not longer than "
                                + now.session().toHours() + " hours, or "
                                + now.rememberedSession().toDays() + " days where you asked to stay signed in."),
                new Kept(
                        "A registration that you do not finish",
                        "For " + now.forgotten().toDays() + " days, then it is erased."));
    }
}
