package com.allleads.registration;

import com.allleads.api.rest.FieldErrors;
import com.allleads.api.vault.Field;
import com.allleads.registration.ContactData.Held;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a person wants corrected. What must always be there can only be replaced, and stays where empty; an address is replaced
 * as a whole.
 *
 * @param email the new address
 * @param name the new name
 * @param phone the new telephone number
 * @param address the new postal address
 * @param billingAddress the new billing address
 * @param replyBy {@code email} or {@code phone}
 */
public record Correction(
        Optional<String> email,
        Optional<String> name,
        Change<String> phone,
        Change<Address> address,
        Change<Address> billingAddress,
        Optional<String> replyBy) {

    /**
     * What becomes of a value that may be missing.
     *
     * @param <T> the value
     */
    public sealed interface Change<T> {

        /** It stays. */
        record Keep<T>() implements Change<T> {}

        /** It is removed. */
        record Remove<T>() implements Change<T> {}

        /**
         * It is replaced.
         *
         * @param value by this
         */
        record Put<T>(T value) implements Change<T> {}
    }

    /** Collects everything that is wrong with it, given what is held. */
    FieldErrors check(Held held) {
        FieldErrors errors = new FieldErrors();
        email.ifPresent(value -> ContactRules.email(errors, value));
        name.ifPresent(value -> ContactRules.name(errors, value));
        if (phone instanceof Change.Put<String> put) {
            ContactRules.phone(errors, put.value());
        }
        if (address instanceof Change.Put<Address> put) {
            put.value().check(Address.Kind.POSTAL, errors);
        }
        if (billingAddress instanceof Change.Put<Address> put) {
            put.value().check(Address.Kind.BILLING, errors);
        }
        boolean phoneKnown = phone instanceof Change.Put<String>
                || (phone instanceof Change.Keep<String> && held.phone().isPresent());
        ContactRules.replyBy(errors, replyBy.or(held::replyBy).orElse("email"), phoneKnown);
        return errors;
    }

    /** What changes in the vault, but for the email address. */
    Map<Field, Optional<String>> values() {
        Map<Field, Optional<String>> values = new LinkedHashMap<>();
        name.ifPresent(value -> values.put(Field.NAME, Optional.of(value)));
        replyBy.ifPresent(value -> values.put(Field.REPLY_BY, Optional.of(value)));
        if (phone instanceof Change.Put<String> put) {
            values.put(Field.PHONE, Optional.of(put.value()));
        } else if (phone instanceof Change.Remove<String>) {
            values.put(Field.PHONE, Optional.empty());
        }
        values.putAll(parts(address, Address.Kind.POSTAL));
        values.putAll(parts(billingAddress, Address.Kind.BILLING));
        return values;
    }

    private static Map<Field, Optional<String>> parts(Change<Address> change, Address.Kind kind) {
        if (change instanceof Change.Put<Address> put) {
            return put.value().parts(kind);
        }
        return change instanceof Change.Remove<Address> ? Address.removed(kind) : Map.of();
    }

    /** Names no value. */
    @Override
    public String toString() {
        return "Correction[]";
    }
}
