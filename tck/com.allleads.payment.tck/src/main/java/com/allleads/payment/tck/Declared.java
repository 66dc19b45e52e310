package com.allleads.payment.tck;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.spi.party.PartyDeclaration;
import com.allleads.spi.party.PartyField;
import com.allleads.spi.party.PartyUse;

/** What the platform demands of a declaration before it hands over anything. */
final class Declared implements Check {

    private static final String HOST = "https://[a-z0-9.-]+(:\\d{1,5})?";
    private static final String THIS_MACHINE = "http://(127\\.0\\.0\\.1|localhost)(:\\d{1,5})?";

    @Override
    public void of(Bench bench) {
        PartyDeclaration declared = bench.processor().declaration();
        assertThat(declared.uses()).as("uses that are declared").isNotEmpty().doesNotContain(PartyUse.SECONDARY);
        assertThat(declared.receives())
                .as("fields that are declared as received")
                .contains(PartyField.CARD_TOKEN, PartyField.AMOUNT, PartyField.REFERENCE);
        assertThat(declared.legalName()).as("legal name").isNotBlank();
        assertThat(declared.retention()).as("what is kept, and for how long").isNotBlank();
        assertThat(declared.policy().isAbsolute())
                .as("whether the party's own privacy policy has an address")
                .isTrue();
        assertThat(bench.processor().cardFormHosts())
                .as("hosts that the card page needs")
                .allMatch(host -> host.matches(HOST));
        assertThat(bench.processor().cardSetupHosts())
                .as("hosts of the pages on which people add cards")
                .allMatch(host -> host.matches(HOST) || host.matches(THIS_MACHINE));
    }
}
