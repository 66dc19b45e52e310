package com.allleads.spi.channel;

import com.allleads.spi.party.PartyDeclaration;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A way to reach a person, implemented by an integrator and registered as an OSGi service.
 *
 * <ol>
 *   <li><b>Accepted is durable.</b> {@link Delivery.Accepted} means that the message survives a crash of this side.
 *   <li><b>Idempotent where it can be.</b> A message delivered again with the same {@link ChannelMessage#id()} should
 *       reach the person once; the platform repeats after {@code Later} and after an exception.
 *   <li><b>Bounded.</b> {@code deliver} returns within 30 seconds.
 *   <li><b>Silent.</b> Address and text appear in no log, exception or file but the channel's own.
 *   <li><b>Many threads.</b> {@code deliver} may be called by several threads at the same time.
 * </ol>
 *
 * <p>Among several channels of one kind the platform takes the one with the highest service ranking.
 */
@ConsumerType
public interface MessageChannel {

    /** Who carries the message, what it receives and keeps; constant while the service is registered. */
    PartyDeclaration declaration();

    /** What kind of address this channel delivers to; constant while the service is registered. */
    ChannelKind kind();

    /**
     * Hands a message on.
     *
     * @param message the message
     * @return what became of it
     */
    Delivery deliver(ChannelMessage message);
}
