package com.allleads.consent.receipts;

import com.allleads.api.consent.Decision;
import com.allleads.api.consent.Occasion;
import com.allleads.api.consent.Purpose;
import com.allleads.api.person.PersonId;
import com.allleads.api.proof.Signer;
import com.allleads.api.proof.Signer.Signed;
import com.allleads.consent.decisions.Decisions;
import com.allleads.consent.decisions.ShownTexts;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Receipts of decisions, signed when they are asked for. */
@Component(service = Receipts.class)
public final class Receipts {

    private static final String TYPE = "consent-receipt";

    private static final String SCHEMA = "ISO/IEC TS 27560:2023";
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Decisions decisions;
    private final ShownTexts texts;
    private final Signer signer;

    @Activate
    public Receipts(@Reference Decisions decisions, @Reference ShownTexts texts, @Reference Signer signer) {
        this.decisions = decisions;
        this.texts = texts;
        this.signer = signer;
    }

    /** A receipt of this person; empty for anybody else's. */
    public Optional<Signed> of(PersonId person, String id) {
        return decisions.byReceipts(List.of(id)).stream()
                .filter(decision -> decision.person().equals(person))
                .findFirst()
                .map(decision -> signer.sign(TYPE, statement(decision)));
    }

    private Map<String, Object> statement(Decision decision) {
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("id", decision.receipt());
        statement.put("person", decision.person().toString());
        statement.put("purpose", decision.purpose());
        statement.put("granted", decision.granted());
        statement.put("textDigest", decision.textDigest());
        Occasion occasion = decision.occasion();
        statement.put("point", occasion.point());
        statement.put("language", occasion.language());
        // Only where it is so, as receipts from before these were recorded must stay the same to the letter.
        if (occasion.signal()) {
            statement.put("signal", true);
        }
        if (occasion.confirmed()) {
            statement.put("confirmed", true);
        }
        statement.put("decidedAt", decision.decidedAt().toString());
        decisions.terms(decision.receipt()).ifPresent(terms -> statement.putAll(record(decision, terms)));
        return statement;
    }

    /** The record in the structure of ISO/IEC TS 27560; a decision from before its terms were kept has none. */
    private Map<String, Object> record(Decision decision, String terms) {
        Map<String, Object> record = new LinkedHashMap<>();
        decision.validUntil().ifPresent(until -> record.put("validUntil", until.toString()));
        record.put("schema_version", SCHEMA);
        record.put("record_id", decision.receipt());
        record.put("pii_principal_id", decision.person().toString());
        Map<String, Object> notice = new LinkedHashMap<>();
        texts.find(decision.textDigest()).ifPresent(text -> notice.put("text", text));
        notice.put("digest", decision.textDigest());
        notice.put("language", decision.occasion().language());
        notice.put("policy_version", decision.policyVersion());
        record.put("privacy_notice", notice);
        record.putAll(read(terms));
        List<Map<String, Object>> events = events(decision);
        record.put("events", events);
        record.put("consent_status", events.get(events.size() - 1).get("event_state"));
        return record;
    }

    /** What the person decided about the purpose, up to this decision. */
    private List<Map<String, Object>> events(Decision decision) {
        List<Map<String, Object>> events = new ArrayList<>();
        boolean stands = false;
        for (Decision one : decisions.all(decision.person())) {
            if (one.purpose().equals(decision.purpose())) {
                Map<String, Object> event = new LinkedHashMap<>();
                event.put("event_time", one.decidedAt().toString());
                event.put("event_type", Purpose.DPV + "Consent");
                event.put("event_state", Purpose.DPV + state(one.granted(), stands));
                events.add(event);
                stands = one.granted();
            }
            if (one.receipt().equals(decision.receipt())) {
                break;
            }
        }
        return events;
    }

    private static String state(boolean granted, boolean stood) {
        if (granted) {
            return "ConsentGiven";
        }
        return stood ? "ConsentWithdrawn" : "ConsentRefused";
    }

    private static Map<String, Object> read(String terms) {
        try {
            return JSON.readValue(terms, OBJECT);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the terms of a decision are kept as JSON", e);
        }
    }
}
