package com.allleads.vault.keys;

import com.allleads.api.person.PersonId;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Whose and what an envelope is; authenticated with it. Two different belongings never have the same bytes.
 *
 * @param person whose
 * @param parts what: the kind first
 */
public record Belonging(PersonId person, List<String> parts) {

    /** A person's key. */
    static Belonging key(PersonId person) {
        return new Belonging(person, List.of("key"));
    }

    /** The value of a field as a collection point asked for it. */
    public static Belonging value(PersonId person, String field, String point) {
        return new Belonging(person, List.of("value", field, point));
    }

    /** Something that another capability keeps. */
    public static Belonging sealed(PersonId person, String context) {
        return new Belonging(person, List.of("sealed", context));
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(person.value().getMostSignificantBits());
            out.writeLong(person.value().getLeastSignificantBits());
            for (String part : parts) {
                out.writeUTF(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a context of more than 65,535 bytes", e);
        }
        return bytes.toByteArray();
    }
}
