package com.allleads.vault;

import com.allleads.api.policy.RetentionSource;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** How long personal data is kept. */
@Component
public final class PersonalDataKept implements RetentionSource {

    @Override
    public List<Kept> kept() {
        return List.of(
                new Kept(
                        "Your contact and address data",
                        "Until you change it or have it erased: then its key is destroyed, and every copy of it is unreadable."),
                new Kept(
                        "The record of who used your data",
                        "For good, under a random number instead of your name; it names fields and never what stood in them."));
    }
}
