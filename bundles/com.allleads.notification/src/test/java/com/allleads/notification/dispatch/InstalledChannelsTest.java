package com.allleads.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.glassbox.GlassBox;
import com.allleads.api.vault.Field;
import com.allleads.notification.FakeReference;
import com.allleads.spi.channel.ChannelKind;
import com.allleads.spi.party.PartyField;
import com.allleads.spi.party.PartyUse;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

public final class InstalledChannelsTest {

    private final InstalledChannels channels = new InstalledChannels();
    private final GlassBox everybody = bundle -> true;

    @Before
    public void standsBehindTheWall() {
        channels.bindGlassBox(everybody);
    }

    @Test
    public void handsNothingToAnybodyWhoseBundleTheGlassBoxDoesNotAdmit() {
        install(1, "admitted", PartyUse.CARRY_OUT, PartyField.values());
        assertThat(found(Field.NAME)).isEqualTo("admitted");

        channels.bindGlassBox(bundle -> false);
        assertThat(found(Field.NAME)).isEqualTo("none");
    }

    @Test
    public void handsNothingToAnybodyWithoutTheGlassBox() {
        install(1, "waiting", PartyUse.CARRY_OUT, PartyField.values());

        channels.unbindGlassBox(everybody);
        assertThat(found(Field.NAME)).isEqualTo("none");

        channels.bindGlassBox(everybody);
        assertThat(found(Field.NAME)).isEqualTo("waiting");
    }

    @Test
    public void prefersTheHighestRanking() {
        install(1, "low", PartyUse.CARRY_OUT, PartyField.values());
        install(3, "high", PartyUse.CARRY_OUT, PartyField.values());
        install(2, "middle", PartyUse.CARRY_OUT, PartyField.values());

        assertThat(found(Field.NAME)).isEqualTo("high");
        channels.remove(new FakeReference<>(3));
        assertThat(found(Field.NAME)).isEqualTo("middle");
    }

    @Test
    public void refusesASecondaryUse() {
        install(3, "trader", PartyUse.SECONDARY, PartyField.values());

        assertThat(found()).isEqualTo("none");
    }

    @Test
    public void refusesADeclarationThatCannotBeRead() {
        channels.add(new FakeReference<>(3), new RecordingChannel(ChannelKind.EMAIL, null));

        assertThat(found()).isEqualTo("none");
    }

    @Test
    public void refusesAChannelThatDeclaresNoText() {
        install(3, "blind", PartyUse.CARRY_OUT, PartyField.EMAIL, PartyField.REFERENCE);

        assertThat(found()).isEqualTo("none");
    }

    @Test
    public void handsOverOnlyWhatIsDeclared() {
        install(3, "nameless", PartyUse.CARRY_OUT, PartyField.EMAIL, PartyField.REFERENCE, PartyField.MESSAGE_TEXT);
        install(1, "full", PartyUse.CARRY_OUT, PartyField.values());

        assertThat(found()).isEqualTo("nameless");
        assertThat(found(Field.NAME)).isEqualTo("full");
        assertThat(found(Field.BILLING_CITY)).isEqualTo("full");
        assertThat(found(Field.STREET)).isEqualTo("none");
    }

    private void install(int ranking, String name, PartyUse use, PartyField... receives) {
        channels.add(
                new FakeReference<>(ranking),
                new RecordingChannel(ChannelKind.EMAIL, RecordingChannel.declaring(name, false, use, receives)));
    }

    private String found(Field... fields) {
        return channels.find(ChannelKind.EMAIL, Set.of(fields))
                .map(channel -> channel.declaration().name())
                .orElse("none");
    }
}
