package com.allleads.notification.dispatch;

import com.allleads.spi.channel.ChannelKind;
import com.allleads.spi.channel.ChannelMessage;
import com.allleads.spi.channel.Delivery;
import com.allleads.spi.channel.MessageChannel;
import com.allleads.spi.party.PartyDeclaration;
import com.allleads.spi.party.PartyField;
import com.allleads.spi.party.PartyUse;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A channel that keeps what it is handed and answers as it is told. */
final class RecordingChannel implements MessageChannel {

    final List<ChannelMessage> handed = new CopyOnWriteArrayList<>();
    volatile Function<ChannelMessage, Delivery> answer = message -> new Delivery.Accepted(message.id());

    private final ChannelKind kind;
    private final PartyDeclaration declaration;

    RecordingChannel(ChannelKind kind, PartyDeclaration declaration) {
        this.kind = kind;
        this.declaration = declaration;
    }

    static RecordingChannel inside() {
        return new RecordingChannel(
                ChannelKind.EMAIL, declaring("recorder", false, PartyUse.CARRY_OUT, PartyField.values()));
    }

    static PartyDeclaration declaring(String name, boolean outside, PartyUse use, PartyField... receives) {
        return new PartyDeclaration(
                name,
                "Recorder",
                outside,
                Set.of(receives),
                "Nothing.",
                Set.of(use),
                URI.create("/privacy"),
                List.of());
    }

    @Override
    public PartyDeclaration declaration() {
        return declaration;
    }

    @Override
    public ChannelKind kind() {
        return kind;
    }

    @Override
    public Delivery deliver(ChannelMessage message) {
        handed.add(message);
        return answer.apply(message);
    }
}
