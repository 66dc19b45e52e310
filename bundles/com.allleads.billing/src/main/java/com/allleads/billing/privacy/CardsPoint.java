package com.allleads.billing.privacy;

import com.allleads.api.consent.CollectionPoint;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** The form by which people add a card. The card's number is not asked for: it goes to the processor alone. */
@Component
public final class CardsPoint implements CollectionPoint {

    @Override
    public String id() {
        return "cards";
    }

    @Override
    public String title() {
        return "Adding a card";
    }

    @Override
    public List<AskedField> fields() {
        return List.of(new AskedField(
                "cardToken",
                "A token that the card processor made for your card. We keep it encrypted and send it back to that processor"
                        + " when you top up; from the processor we keep the card's brand and its last four digits.",
                true));
    }

    @Override
    public List<String> offers() {
        return List.of();
    }
}
