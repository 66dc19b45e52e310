package com.allleads.notification;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Messages that wait, and those that were given up. */
@Component
public final class MessageMeters implements MeterBinder {

    private final Messages messages;

    @Activate
    public MessageMeters(@Reference Messages messages) {
        this.messages = messages;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (MessageState state : List.of(MessageState.WAITING, MessageState.DEAD)) {
            Gauge.builder("allleads.messages", () -> messages.count(state))
                    .tag("state", state.name())
                    .description("Messages in the outbox in this state")
                    .register(registry);
        }
    }
}
