package com.allleads.policy.parties;

import com.allleads.api.policy.OutsideParties;
import com.allleads.spi.channel.ChannelKind;
import com.allleads.spi.channel.MessageChannel;
import com.allleads.spi.party.PartyDeclaration;
import com.allleads.spi.party.PartyUse;
import com.allleads.spi.payment.CardProcessor;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Tells the outside parties from the adapters that are registered at this moment. One that the platform refuses, because it
 * declares a secondary use or declares nothing readable, gets no data and is no party.
 */
@Component(service = {OutsideParties.class, InstalledAdapters.class})
public final class InstalledAdapters implements OutsideParties {

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile List<CardProcessor> processors = List.of();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile List<MessageChannel> channels = List.of();

    @Override
    public List<InstalledParty> installed() {
        return adapters()
                .flatMap(Optional::stream)
                .filter(party -> party.declaration().outside())
                .filter(party -> !party.declaration().uses().contains(PartyUse.SECONDARY))
                .distinct()
                .sorted(Comparator.comparing(party -> party.declaration().name()))
                .toList();
    }

    /** How many adapters are registered, whatever they declare. */
    long registered() {
        return adapters().count();
    }

    /** How many adapters declare nothing that can be read, and so could not be announced. */
    long undeclared() {
        return adapters().filter(Optional::isEmpty).count();
    }

    private Stream<Optional<InstalledParty>> adapters() {
        return Stream.concat(
                processors.stream().map(processor -> party("card processor", processor::declaration)),
                channels.stream().map(channel -> party(role(channel), channel::declaration)));
    }

    private static String role(MessageChannel channel) {
        return channel.kind() == ChannelKind.PHONE ? "telephone" : "email";
    }

    private static Optional<InstalledParty> party(String role, Supplier<PartyDeclaration> declaration) {
        try {
            return Optional.of(new InstalledParty(role, Objects.requireNonNull(declaration.get())));
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }
}
