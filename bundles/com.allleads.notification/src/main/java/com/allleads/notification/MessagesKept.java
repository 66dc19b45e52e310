package com.allleads.notification;

import com.allleads.api.policy.RetentionSource;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** How long messages are kept. */
@Component
public final class MessagesKept implements RetentionSource {

    @Override
    public List<Kept> kept() {
        return List.of(new Kept(
                "What messages to you said", "Encrypted, until the message was sent. That it was sent is kept."));
    }
}
