package com.allleads.registration;

import com.allleads.api.consent.CollectionPoint;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Sign-in as a collection point: roughly what somebody signs in with is kept with the session. */
@Component
public final class DevicePoint implements CollectionPoint {

    public static final String ID = "sign-in";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Sign-in";
    }

    @Override
    public List<AskedField> fields() {
        return List.of(new AskedField(
                "device",
                "The kind of browser and system, so that you can tell where you are signed in, and end what is not yours."
                        + " It goes with the session.",
                true));
    }

    @Override
    public List<String> offers() {
        return List.of();
    }
}
