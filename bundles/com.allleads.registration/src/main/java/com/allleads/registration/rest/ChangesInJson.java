package com.allleads.registration.rest;

import com.allleads.api.rest.FieldErrors;
import com.allleads.api.rest.Problem;
import com.allleads.registration.Address;
import com.allleads.registration.Correction;
import com.allleads.registration.Correction.Change;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a correction from JSON. Only here does it matter whether a member is missing, which keeps a value, or null, which
 * removes it; binding to a record would lose the difference.
 */
final class ChangesInJson {

    private static final Set<String> MEMBERS = Set.of("email", "name", "phone", "address", "billingAddress", "replyBy");
    private static final Set<String> PARTS = Set.of("street", "city", "region", "postalCode", "country");

    private final JsonNode json;
    private final FieldErrors errors = new FieldErrors();

    private ChangesInJson(JsonNode json) {
        this.json = json;
    }

    static Correction read(JsonNode json) {
        if (json == null || !json.isObject()) {
            throw Problem.of(400, "malformed-json", "The body must be a JSON object.", "Send the members to change.")
                    .exception();
        }
        return new ChangesInJson(json).correction();
    }

    private Correction correction() {
        json.fieldNames().forEachRemaining(name -> errors.require(MEMBERS.contains(name), name, "is not known here"));
        Correction correction = new Correction(
                required("email"),
                required("name"),
                optional("phone"),
                address(Address.Kind.POSTAL),
                address(Address.Kind.BILLING),
                required("replyBy"));
        errors.refuse();
        return correction;
    }

    private Optional<String> required(String member) {
        JsonNode value = json.path(member);
        errors.require(!value.isNull(), member, "cannot be removed");
        return text(value, member);
    }

    private Change<String> optional(String member) {
        JsonNode value = json.path(member);
        if (value.isMissingNode()) {
            return new Change.Keep<>();
        }
        return text(value, member).<Change<String>>map(Change.Put::new).orElseGet(Change.Remove::new);
    }

    private Change<Address> address(Address.Kind kind) {
        JsonNode value = json.path(kind.member());
        if (value.isMissingNode()) {
            return new Change.Keep<>();
        }
        if (value.isNull()) {
            return new Change.Remove<>();
        }
        errors.require(value.isObject(), kind.member(), "must be an object");
        String prefix = kind.member() + ".";
        value.fieldNames()
                .forEachRemaining(name -> errors.require(PARTS.contains(name), prefix + name, "is not known here"));
        return new Change.Put<>(new Address(
                part(value, prefix, "street"),
                part(value, prefix, "city"),
                part(value, prefix, "region"),
                part(value, prefix, "postalCode"),
                part(value, prefix, "country")));
    }

    private String part(JsonNode address, String prefix, String name) {
        return text(address.path(name), prefix + name).orElse(null);
    }

    private Optional<String> text(JsonNode value, String field) {
        boolean absent = value.isMissingNode() || value.isNull();
        errors.require(absent || value.isTextual(), field, "must be a text");
        return absent || !value.isTextual() ? Optional.empty() : Optional.of(value.textValue());
    }
}
