package com.allleads.rest.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** A member whose value breaks a rule that says more than its type. */
final class RefusedMember extends MismatchedInputException {

    private static final long serialVersionUID = 1L;

    static final String UNKNOWN = "is not known here";

    private final String rule;

    RefusedMember(JsonParser json, String member, String rule) {
        super(json, rule);
        this.rule = rule;
        prependPath(member, member);
    }

    String rule() {
        return rule;
    }
}
