package com.allleads.api.vault;

/**
 * The name of a personal field. Capabilities may add their own; each must be declared by a collection point.
 *
 * @param name as in JSON, parts divided by dots: {@code [a-zA-Z][a-zA-Z0-9.]{0,63}}
 */
public record Field(String name) implements Comparable<Field> {

    private static final int LONGEST = 64;

    public static final Field NAME = new Field("name");
    /** Looked up in lower case; kept as entered. One person each. */
    public static final Field EMAIL = new Field("email");

    public static final Field PHONE = new Field("phone");
    public static final Field STREET = new Field("address.street");
    public static final Field CITY = new Field("address.city");
    public static final Field REGION = new Field("address.region");
    public static final Field POSTAL_CODE = new Field("address.postalCode");
    public static final Field COUNTRY = new Field("address.country");
    public static final Field BILLING_STREET = new Field("billingAddress.street");
    public static final Field BILLING_CITY = new Field("billingAddress.city");
    public static final Field BILLING_REGION = new Field("billingAddress.region");
    public static final Field BILLING_POSTAL_CODE = new Field("billingAddress.postalCode");
    public static final Field BILLING_COUNTRY = new Field("billingAddress.country");
    /** {@code email} or {@code phone}: how the person wants answers. */
    public static final Field REPLY_BY = new Field("replyBy");

    /** Refuses any other form of name. */
    public Field {
        if (!isName(name)) {
            throw new IllegalArgumentException("field name: " + name);
        }
    }

    /** By hand, as fields are made for each value that is read. */
    private static boolean isName(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST
                && isLetter(text.charAt(0))
                && text.chars().allMatch(part -> isLetter(part) || isDigit(part) || part == '.');
    }

    private static boolean isLetter(int part) {
        return between('a', part, 'z') || between('A', part, 'Z');
    }

    private static boolean isDigit(int part) {
        return between('0', part, '9');
    }

    private static boolean between(char first, int part, char last) {
        return first <= part && part <= last;
    }

    @Override
    public int compareTo(Field other) {
        return name.compareTo(other.name);
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
