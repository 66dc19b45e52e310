package com.allleads.audit;

import com.allleads.api.policy.RetentionSource;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** For how long the record is kept. */
@Component(service = RetentionSource.class)
public final class ActsKept implements RetentionSource {

    @Override
    public List<Kept> kept() {
        return List.of(
                new Kept(
                        "What operators did",
                        "For ever, under your random identifier alone; why it was done becomes unreadable when you are erased."));
    }
}
