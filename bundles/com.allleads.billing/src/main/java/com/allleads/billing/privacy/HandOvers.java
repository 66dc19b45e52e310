package com.allleads.billing.privacy;

import com.allleads.api.consent.Purpose;
import com.allleads.api.person.PersonId;
import com.allleads.api.vault.Field;
import com.allleads.api.vault.Recipient;
import com.allleads.spi.party.PartyField;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The last step before anything goes out to a processor: it is entered among the uses of the person's data, where they see it.
 * What cannot be entered does not go out.
 */
@Component(service = HandOvers.class)
public final class HandOvers {

    private final CurrentVault vault;

    @Activate
    public HandOvers(@Reference CurrentVault vault) {
        this.vault = vault;
    }

    /**
     * Enters what is about to go out; must not be called inside a transaction.
     *
     * @param person whose data it is
     * @param processor the name of who gets it
     * @param sent what goes out
     * @return whether it may go out: it is entered, durable
     * @throws com.allleads.api.store.StoreException where it could not be stored, and so must not go out
     */
    public boolean entered(PersonId person, String processor, Set<PartyField> sent) {
        Set<Field> fields = sent.stream().map(HandOvers::field).collect(Collectors.toUnmodifiableSet());
        Recipient recipient = new Recipient(Recipient.Kind.OUTSIDE, processor);
        return vault.get()
                .filter(safe -> safe.recordUse(person, fields, Purpose.BILLING, recipient)
                        .isEmpty())
                .isPresent();
    }

    /** Named as people's data are named elsewhere: {@code CARD_TOKEN} is {@code cardToken}. */
    private static Field field(PartyField sent) {
        String[] words = sent.name().toLowerCase(Locale.ROOT).split("_");
        String rest = Arrays.stream(words)
                .skip(1)
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        return new Field(words[0] + rest);
    }
}
