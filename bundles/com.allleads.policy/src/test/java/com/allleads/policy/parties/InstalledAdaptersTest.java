package com.allleads.policy.parties;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.policy.PromiseState;
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
import org.junit.Test;

public class InstalledAdaptersTest {

    private final InstalledAdapters adapters = new InstalledAdapters();
    private final OutsidePartiesAnnounced check = new OutsidePartiesAnnounced(adapters);

    @Test
    public void announcesAnOutsideParty() {
        adapters.channels = List.of(new Channel(party("relay", true, PartyUse.CARRY_OUT)));

        assertThat(adapters.installed()).singleElement().satisfies(party -> {
            assertThat(party.role()).isEqualTo("email");
            assertThat(party.declaration().name()).isEqualTo("relay");
        });
        assertThat(check.count().state()).isEqualTo(PromiseState.KEPT);
    }

    @Test
    public void isSilentAboutWhatStaysOnTheSite() {
        adapters.channels = List.of(new Channel(party("folder", false, PartyUse.CARRY_OUT)));

        assertThat(adapters.installed()).isEmpty();
    }

    @Test
    public void doesNotAnnounceWhomThePlatformRefuses() {
        adapters.channels = List.of(new Channel(party("seller", true, PartyUse.SECONDARY)));

        assertThat(adapters.installed()).isEmpty();
    }

    @Test
    public void breaksThePromiseForAnAdapterThatDeclaresNothing() {
        adapters.channels = List.of(new Channel(null));

        assertThat(check.count().state()).isEqualTo(PromiseState.BROKEN);
    }

    @Test
    public void breaksThePromiseForAPartyWithoutAPolicyOfItsOwn() {
        adapters.channels = List.of(new Channel(new PartyDeclaration(
                "relay",
                "Relay Inc.",
                true,
                Set.of(PartyField.EMAIL),
                "Nothing.",
                Set.of(PartyUse.CARRY_OUT),
                URI.create(""),
                List.of())));

        assertThat(check.count().state()).isEqualTo(PromiseState.BROKEN);
    }

    private static PartyDeclaration party(String name, boolean outside, PartyUse use) {
        return new PartyDeclaration(
                name,
                "Relay Inc.",
                outside,
                Set.of(PartyField.EMAIL),
                "Kept for a day.",
                Set.of(use),
                URI.create("https://relay.example/privacy"),
                List.of("relay.example"));
    }

    private record Channel(PartyDeclaration declaration) implements MessageChannel {

        @Override
        public ChannelKind kind() {
            return ChannelKind.EMAIL;
        }

        @Override
        public Delivery deliver(ChannelMessage message) {
            return new Delivery.Accepted(message.id());
        }
    }
}
