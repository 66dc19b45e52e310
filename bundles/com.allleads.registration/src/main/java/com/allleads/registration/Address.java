package com.allleads.registration;

import com.allleads.api.rest.FieldErrors;
import com.allleads.api.rest.Omittable;
import com.allleads.api.vault.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A postal address.
 *
 * @param street street and number
 * @param city the city
 * @param region state or province, where there is one
 * @param postalCode postal code, where there is one
 * @param country the two letters of ISO 3166
 */
public record Address(
        String street,
        String city,
        @Omittable String region,
        @Omittable String postalCode,
        String country) {

    private static final int LONGEST = 200;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** Which address of a person. */
    public enum Kind {
        /** Where the person is. */
        POSTAL("address", Field.STREET, Field.CITY, Field.REGION, Field.POSTAL_CODE, Field.COUNTRY),
        /** Where bills go. */
        BILLING(
                "billingAddress",
                Field.BILLING_STREET,
                Field.BILLING_CITY,
                Field.BILLING_REGION,
                Field.BILLING_POSTAL_CODE,
                Field.BILLING_COUNTRY);

        private final String member;

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of from constants
        private final List<Field> fields;

        Kind(String member, Field... fields) {
            this.member = member;
            this.fields = List.of(fields);
        }

        /** The member of the request and the answer that holds it. */
        public String member() {
            return member;
        }

        /** Its fields in the vault: street, city, region, postal code, country. */
        public List<Field> fields() {
            return fields;
        }
    }

    /** Adds what is wrong with it. */
    void check(Kind kind, FieldErrors errors) {
        String prefix = kind.member() + ".";
        errors.text(prefix + "street", street, LONGEST)
                .text(prefix + "city", city, LONGEST)
                .optionalText(prefix + "region", region, LONGEST)
                .optionalText(prefix + "postalCode", postalCode, 20);
        errors.require(
                country != null && COUNTRIES.contains(country),
                prefix + "country",
                "must be the two letters of a country, as in US");
    }

    /** Its parts by their fields; those that are missing are empty. */
    Map<Field, Optional<String>> parts(Kind kind) {
        List<Field> fields = kind.fields();
        Map<Field, Optional<String>> parts = new LinkedHashMap<>();
        parts.put(fields.get(0), Optional.ofNullable(street));
        parts.put(fields.get(1), Optional.ofNullable(city));
        parts.put(fields.get(2), Optional.ofNullable(region));
        parts.put(fields.get(3), Optional.ofNullable(postalCode));
        parts.put(fields.get(4), Optional.ofNullable(country));
        return parts;
    }

    /** Every part removed. */
    static Map<Field, Optional<String>> removed(Kind kind) {
        Map<Field, Optional<String>> parts = new LinkedHashMap<>();
        kind.fields().forEach(field -> parts.put(field, Optional.empty()));
        return parts;
    }

    /** The address among revealed values, where one is held. */
    static Optional<Address> among(Map<Field, String> values, Kind kind) {
        List<Field> fields = kind.fields();
        return fields.stream().noneMatch(values::containsKey)
                ? Optional.empty()
                : Optional.of(new Address(
                        values.get(fields.get(0)),
                        values.get(fields.get(1)),
                        values.get(fields.get(2)),
                        values.get(fields.get(3)),
                        values.get(fields.get(4))));
    }

    /** Names no part, so that none reaches a log. */
    @Override
    public String toString() {
        return "Address[]";
    }
}
