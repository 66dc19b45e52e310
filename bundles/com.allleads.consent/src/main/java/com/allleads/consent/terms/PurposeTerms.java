package com.allleads.consent.terms;

import com.allleads.api.consent.CollectionPoint.AskedField;
import com.allleads.api.consent.LegalBasis;
import com.allleads.api.consent.Purpose;
import com.allleads.api.policy.OutsideParties;
import com.allleads.api.policy.OutsideParties.InstalledParty;
import com.allleads.consent.ConsentSettings;
import com.allleads.consent.ConsentSettings.Controller;
import com.allleads.consent.KnownPoints;
import com.allleads.spi.party.PartyDeclaration;
import com.allleads.spi.party.PartyField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * What holds for a purpose at this moment, in the terms of ISO/IEC TS 27560 (consent record information structure) and of W3C's
 * Data Privacy Vocabulary, as it goes into receipts.
 */
@Component(service = PurposeTerms.class)
public final class PurposeTerms {

    private static final String CARDS = "card processor";

    private final ConsentSettings settings;
    private final KnownPoints points;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public volatile OutsideParties parties;

    @Activate
    public PurposeTerms(@Reference ConsentSettings settings, @Reference KnownPoints points) {
        this.settings = settings;
        this.points = points;
    }

    /** The terms, as they stand in JSON, in this order. */
    Map<String, Object> of(Purpose purpose) {
        ConsentSettings.Values now = settings.now();
        List<String> fields = fields(purpose);
        Map<String, Object> processing = new LinkedHashMap<>();
        processing.put("purpose", purpose.id());
        processing.put("title", purpose.title());
        processing.put("purpose_type", purpose.concept());
        processing.put("lawful_basis", basis(purpose.basis()));
        processing.put(
                "pii_information", fields.stream().map(PurposeTerms::field).toList());
        processing.put("recipient_third_parties", recipients(purpose, fields));
        processing.put(
                "retention_period",
                "Nothing is kept for this purpose alone: what it reads is the data of the account, until the person has it"
                        + " erased. It is not read for this purpose any more once the person says no.");
        processing.put("jurisdiction", now.controller().jurisdiction());
        processing.put(
                "withdrawal_method",
                "At any time by one button at /account/choices, or by PUT /api/v1/me/choices/" + purpose.id() + ".");
        if (!now.validity().isZero()) {
            processing.put("validity_duration", now.validity().toString());
        }
        Map<String, Object> terms = new LinkedHashMap<>();
        terms.put("pii_processing", Map.of("purposes", List.of(processing)));
        terms.put("party_identification", List.of(party(now.controller())));
        return terms;
    }

    /** Where a purpose does not say which fields it reads, it may read every one that is asked for anywhere. */
    private List<String> fields(Purpose purpose) {
        return purpose.fields().isEmpty()
                ? points.all().stream()
                        .flatMap(point -> point.fields().stream())
                        .map(AskedField::name)
                        .distinct()
                        .sorted()
                        .toList()
                : purpose.fields();
    }

    private List<Map<String, Object>> recipients(Purpose purpose, List<String> fields) {
        OutsideParties announced = parties;
        return announced == null
                ? List.of()
                : announced.installed().stream()
                        .filter(party -> purpose.id().equals(Purpose.BILLING)
                                || !party.role().equals(CARDS))
                        .filter(party -> receivesAny(party.declaration(), fields))
                        .map(PurposeTerms::recipient)
                        .toList();
    }

    private static boolean receivesAny(PartyDeclaration party, List<String> fields) {
        Set<String> names = fields.stream().map(PurposeTerms::receivedAs).collect(Collectors.toSet());
        return party.receives().stream().map(PartyField::name).anyMatch(names::contains);
    }

    /** What a party calls a field of the site: billingAddress.city is part of BILLING_ADDRESS. */
    private static String receivedAs(String field) {
        return field.replaceAll("\\..*", "")
                .replaceAll("([a-z])([A-Z])", "$1_$2")
                .toUpperCase(Locale.ROOT);
    }

    private static Map<String, Object> recipient(InstalledParty party) {
        PartyDeclaration declared = party.declaration();
        Map<String, Object> recipient = new LinkedHashMap<>();
        recipient.put("party_id", declared.name());
        recipient.put("party_name", declared.legalName());
        recipient.put("party_role", party.role());
        recipient.put(
                "receives",
                declared.receives().stream()
                        .map(received ->
                                received.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .sorted()
                        .toList());
        recipient.put("retention_period", declared.retention());
        recipient.put("party_url", declared.policy().toString());
        return recipient;
    }

    private static Map<String, Object> field(String name) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("pii_attribute_id", name);
        field.put("pii_type", DataCategory.of(name));
        return field;
    }

    private static Map<String, Object> party(Controller controller) {
        Map<String, Object> party = new LinkedHashMap<>();
        party.put("party_id", "controller");
        party.put("party_role", Purpose.DPV + "DataController");
        party.put("party_name", controller.name());
        if (!controller.address().isEmpty()) {
            party.put("party_address", controller.address());
        }
        if (!controller.contact().isEmpty()) {
            party.put("party_contact", controller.contact());
        }
        return party;
    }

    private static String basis(LegalBasis basis) {
        return Purpose.DPV
                + switch (basis) {
                    case CHOICE -> "Consent";
                    case CONTRACT -> "Contract";
                    case LEGAL_DUTY -> "LegalObligation";
                };
    }
}
