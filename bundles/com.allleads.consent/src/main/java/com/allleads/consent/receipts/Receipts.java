package com.allleads.consent.receipts;

import com.allleads.api.consent.Decision;
import com.allleads.api.consent.Occasion;
import com.allleads.api.person.PersonId;
import com.allleads.api.proof.Signer;
import com.allleads.api.proof.Signer.Signed;
import com.allleads.consent.decisions.Decisions;
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

    private final Decisions decisions;
    private final Signer signer;

    @Activate
    public Receipts(@Reference Decisions decisions, @Reference Signer signer) {
        this.decisions = decisions;
        this.signer = signer;
    }

    /** A receipt of this person; empty for anybody else's. */
    public Optional<Signed> of(PersonId person, String id) {
        return decisions.byReceipts(List.of(id)).stream()
                .filter(decision -> decision.person().equals(person))
                .findFirst()
                .map(decision -> signer.sign(TYPE, statement(decision)));
    }

    private static Map<String, Object> statement(Decision decision) {
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
        return statement;
    }
}
