package com.allleads.notification.dispatch;

import com.allleads.api.glassbox.GlassBox;
import com.allleads.api.vault.Field;
import com.allleads.spi.channel.ChannelKind;
import com.allleads.spi.channel.MessageChannel;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The channels that are registered at this moment and may be handed something, those of the highest ranking first. */
@Component(service = InstalledChannels.class)
public final class InstalledChannels {

    private static final Logger LOG = LoggerFactory.getLogger(InstalledChannels.class);

    private final Map<ServiceReference<MessageChannel>, DeclaredChannel> accepted =
            new TreeMap<>(Collections.reverseOrder());
    private volatile Map<ServiceReference<MessageChannel>, DeclaredChannel> channels = Map.of();

    private volatile Optional<GlassBox> glassBox = Optional.empty();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public synchronized void add(ServiceReference<MessageChannel> reference, MessageChannel channel) {
        Optional<DeclaredChannel> declared = declared(reference, channel);
        Optional<String> refusal = declared.flatMap(DeclaredChannel::refusal);
        if (refusal.isPresent()) {
            LOG.error(
                    "Message channel {} is refused and gets nothing: {}",
                    declared.get().declaration().name(),
                    refusal.get());
            return;
        }
        declared.ifPresent(usable -> accepted.put(reference, usable));
        channels = Collections.unmodifiableMap(new LinkedHashMap<>(accepted));
    }

    public synchronized void remove(ServiceReference<MessageChannel> reference) {
        accepted.remove(reference);
        channels = Collections.unmodifiableMap(new LinkedHashMap<>(accepted));
    }

    /** The wall stands; without it no channel is handed anything, as each is another company's code. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void bindGlassBox(GlassBox box) {
        glassBox = Optional.of(box);
    }

    /** The wall goes. */
    public void unbindGlassBox(GlassBox box) {
        if (glassBox.equals(Optional.of(box))) {
            glassBox = Optional.empty();
        }
    }

    /** The best channel to an address of this kind that may receive these fields. */
    Optional<DeclaredChannel> find(ChannelKind kind, Set<Field> fields) {
        return channels.entrySet().stream()
                .filter(channel -> admitted(channel.getKey()))
                .map(Map.Entry::getValue)
                .filter(channel -> channel.kind() == kind)
                .filter(channel -> channel.mayReceive(fields))
                .findFirst();
    }

    private boolean admitted(ServiceReference<MessageChannel> reference) {
        return reference.getProperty(Constants.SERVICE_BUNDLEID) instanceof Long bundle
                && glassBox.filter(box -> box.admits(bundle)).isPresent();
    }

    private static Optional<DeclaredChannel> declared(
            ServiceReference<MessageChannel> reference, MessageChannel channel) {
        try {
            return Optional.of(new DeclaredChannel(
                    channel,
                    Objects.requireNonNull(channel.kind(), "kind"),
                    Objects.requireNonNull(channel.declaration(), "declaration")));
        } catch (RuntimeException | LinkageError e) {
            LOG.error(
                    "The message channel of {} is refused and gets nothing: what it declares cannot be read ({})",
                    reference.getBundle(),
                    e.toString());
            return Optional.empty();
        }
    }
}
