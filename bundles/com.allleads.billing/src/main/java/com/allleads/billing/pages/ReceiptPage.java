package com.allleads.billing.pages;

import com.allleads.api.consent.Purpose;
import com.allleads.api.person.PersonId;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Problem;
import com.allleads.api.vault.Field;
import com.allleads.api.vault.Recipient;
import com.allleads.api.vault.Reveal.Revealed;
import com.allleads.billing.cards.Cards;
import com.allleads.billing.privacy.CurrentVault;
import com.allleads.billing.topups.TopUp;
import com.allleads.billing.topups.TopUpStatus;
import com.allleads.billing.topups.TopUps;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The receipt of a top-up that settled, to be printed: with the payer's name and billing address, which is a use of them. */
@Component(service = Page.class)
public final class ReceiptPage implements Page {

    private static final List<Field> PAYER = List.of(
            Field.NAME,
            Field.BILLING_STREET,
            Field.BILLING_POSTAL_CODE,
            Field.BILLING_CITY,
            Field.BILLING_REGION,
            Field.BILLING_COUNTRY);

    private final TopUps topUps;
    private final Cards cards;
    private final CurrentVault vault;

    @Activate
    public ReceiptPage(@Reference TopUps topUps, @Reference Cards cards, @Reference CurrentVault vault) {
        this.topUps = topUps;
        this.cards = cards;
        this.vault = vault;
    }

    @Override
    public PageInfo info() {
        return PageInfo.hidden("/account/payment-receipt", "receipt.title", Access.Role.PERSON);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        PersonId person = request.caller().requirePerson();
        TopUp topUp = request.parameter("id")
                .flatMap(id -> topUps.find(person, id))
                .filter(found -> found.status() == TopUpStatus.SETTLED)
                .orElseThrow(() -> Problem.notFound("A receipt with this id").exception());
        return PageAnswer.show(
                ReceiptPage.class,
                "receipt.ftl",
                Map.of("topUp", ShownTopUp.of(topUp, cards.of(person)), "payer", payer(person)));
    }

    /** Empty where the vault is away: the receipt is good without it. */
    private List<String> payer(PersonId person) {
        return vault.get()
                .map(safe -> safe.reveal(person, Set.copyOf(PAYER), Purpose.BILLING, Recipient.THE_PERSON))
                .filter(Revealed.class::isInstance)
                .map(Revealed.class::cast)
                .map(revealed -> PAYER.stream()
                        .flatMap(field -> revealed.value(field).stream())
                        .toList())
                .orElse(List.of());
    }
}
