package com.allleads.policy.heads;

import com.allleads.api.proof.ChainSource.Head;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a line of the file of signed heads says.
 *
 * @param number of the line, from 1
 * @param previous the digest of the line before, in hex; empty for the first
 * @param at when it was signed
 * @param heads where the chains were
 * @param renewal who began anew and why, where this line does not go on from what was signed before
 */
record HeadsLine(long number, String previous, Instant at, List<SourceHead> heads, Optional<Renewal> renewal) {

    /** As it is signed. */
    Map<String, Object> statement() {
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("number", number);
        statement.put("previous", previous);
        statement.put("at", at.toString());
        statement.put(
                "heads",
                heads.stream()
                        .map(each -> Map.of(
                                "source", each.source(),
                                "chain", each.head().chain(),
                                "links", each.head().links(),
                                "hash", each.head().hash()))
                        .toList());
        renewal.ifPresent(anew -> statement.put("renewal", Map.of("by", anew.by(), "reason", anew.reason())));
        return statement;
    }

    /** Reads what was signed; empty where it is no such statement. */
    @SuppressWarnings("unchecked")
    static Optional<HeadsLine> of(Map<String, Object> statement) {
        try {
            List<SourceHead> heads = ((List<Map<String, Object>>) statement.get("heads"))
                    .stream()
                            .map(each -> new SourceHead(
                                    (String) each.get("source"),
                                    new Head(
                                            (String) each.get("chain"),
                                            ((Number) each.get("links")).longValue(),
                                            (String) each.get("hash"))))
                            .toList();
            Optional<Renewal> renewal = Optional.ofNullable((Map<String, Object>) statement.get("renewal"))
                    .map(anew -> new Renewal((String) anew.get("by"), (String) anew.get("reason")));
            return Optional.of(new HeadsLine(
                    ((Number) statement.get("number")).longValue(),
                    (String) statement.get("previous"),
                    Instant.parse((String) statement.get("at")),
                    heads,
                    renewal));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /**
     * That it began anew.
     *
     * @param by the operator who said so
     * @param reason why
     */
    record Renewal(String by, String reason) {}
}
