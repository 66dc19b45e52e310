package com.allleads.notification.dispatch;

import com.allleads.api.vault.Field;
import com.allleads.api.vault.Recipient;
import com.allleads.spi.channel.ChannelKind;
import com.allleads.spi.channel.MessageChannel;
import com.allleads.spi.party.PartyDeclaration;
import com.allleads.spi.party.PartyField;
import com.allleads.spi.party.PartyUse;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A channel with what it declared when it was registered, which is a constant.
 *
 * @param channel the adapter
 * @param kind what it delivers to
 * @param declaration what it may receive
 */
record DeclaredChannel(MessageChannel channel, ChannelKind kind, PartyDeclaration declaration) {

    private static final String BILLING_ADDRESS = "billingAddress.";

    /** Who gets what is revealed for a message over this channel. */
    Recipient recipient() {
        return declaration.outside()
                ? new Recipient(Recipient.Kind.OUTSIDE, declaration.name())
                : Recipient.platform("notification");
    }

    /** Why the platform hands it nothing at all, where that is so. */
    Optional<String> refusal() {
        if (declaration.uses().contains(PartyUse.SECONDARY)) {
            return Optional.of("it declares a secondary use of what it receives");
        }
        PartyField address = kind == ChannelKind.EMAIL ? PartyField.EMAIL : PartyField.PHONE;
        Set<PartyField> missing = EnumSet.of(address, PartyField.MESSAGE_TEXT, PartyField.REFERENCE);
        missing.removeAll(declaration.receives());
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("it does not declare to receive " + missing + ", without which nothing can be sent");
    }

    /** Whether it declares to receive all personal fields that stand in a message; what no declaration can name stays here. */
    boolean mayReceive(Set<Field> fields) {
        return fields.stream().map(DeclaredChannel::declared).allMatch(declared -> declared.filter(
                        declaration.receives()::contains)
                .isPresent());
    }

    private static Optional<PartyField> declared(Field field) {
        if (field.name().startsWith(BILLING_ADDRESS)) {
            return Optional.of(PartyField.BILLING_ADDRESS);
        }
        return switch (field.name()) {
            case "name" -> Optional.of(PartyField.NAME);
            case "email" -> Optional.of(PartyField.EMAIL);
            case "phone" -> Optional.of(PartyField.PHONE);
            default -> Optional.empty();
        };
    }
}
