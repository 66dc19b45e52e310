package com.allleads.notification.dispatch;

import com.allleads.api.notification.OperatorMail;
import com.allleads.spi.channel.ChannelKind;
import com.allleads.spi.channel.ChannelMessage;
import com.allleads.spi.channel.Delivery;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mail to operators, by the channel that carries people's mail. It tells of no person, so that no purpose is asked for. */
@Component
public final class DirectMail implements OperatorMail {

    private static final Logger LOG = LoggerFactory.getLogger(DirectMail.class);

    private final InstalledChannels channels;
    private final BoundedDelivery delivery = new BoundedDelivery(BoundedDelivery.LONGEST);

    @Activate
    public DirectMail(@Reference InstalledChannels channels) {
        this.channels = channels;
    }

    @Override
    public boolean send(String id, String address, String subject, String text) {
        Optional<DeclaredChannel> channel = channels.find(ChannelKind.EMAIL, Set.of());
        if (channel.isEmpty()) {
            LOG.warn("The operator is not told of \"{}\": no mail channel is installed", subject);
            return false;
        }
        Delivery answer = delivery.deliver(
                channel.get().channel(),
                new ChannelMessage(id, address, subject, text, Optional.empty(), Postman.HEADERS));
        if (answer instanceof Delivery.Accepted) {
            return true;
        }
        LOG.warn(
                "The operator is not told of \"{}\": channel {} did not take it",
                subject,
                channel.get().declaration().name());
        return false;
    }

    @Deactivate
    void close() {
        delivery.close();
    }
}
