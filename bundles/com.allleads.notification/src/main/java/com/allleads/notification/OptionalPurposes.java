package com.allleads.notification;

import com.allleads.api.consent.LegalBasis;
import com.allleads.api.consent.Purpose;
import com.allleads.api.consent.PurposeSource;
import com.allleads.api.notification.MessageClass;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** What people may be written to about, if they agree: each a choice of its own. */
@Component(service = PurposeSource.class)
public final class OptionalPurposes implements PurposeSource {

    private static final List<Purpose> PURPOSES = List.of(
            new Purpose(
                            MessageClass.NEWS.purpose(),
                            "News of this site",
                            "Write to me now and then with news of this site, such as new services. I can stop this at any time,"
                                    + " and nothing else changes when I do.",
                            LegalBasis.CHOICE)
                    .of("Marketing")
                    .reading("email", "name", "phone"),
            new Purpose(
                            MessageClass.THIRD_PARTY_OFFERS.purpose(),
                            "Offers of other companies",
                            "Write to me about services of other companies that are likely to interest me. This site sends these"
                                    + " messages itself and does not give my name or address to those companies. I can stop this"
                                    + " at any time, and nothing else changes when I do.",
                            LegalBasis.CHOICE,
                            true)
                    .of("DirectMarketing")
                    .reading("email", "name", "phone"),
            new Purpose(
                            MessageClass.SURVEY.purpose(),
                            "Questions about satisfaction",
                            "Write to me now and then to ask how satisfied I am. I need not answer. I can stop this at any time,"
                                    + " and nothing else changes when I do.",
                            LegalBasis.CHOICE)
                    .of("ImproveExistingProductsAndServices")
                    .reading("email", "name", "phone"));

    /** The classes of messages that go out only as chosen. */
    public static Set<MessageClass> classes() {
        return EnumSet.of(MessageClass.NEWS, MessageClass.THIRD_PARTY_OFFERS, MessageClass.SURVEY);
    }

    @Override
    public List<Purpose> purposes() {
        return PURPOSES;
    }
}
