package com.allleads.vault;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.consent.Purpose;
import com.allleads.api.person.PersonId;
import com.allleads.api.vault.Field;
import com.allleads.api.vault.Recipient;
import com.allleads.store.testing.StoreRule;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TestRule;

/** Values that occur nowhere else are entered; then every column of every table of both databases is searched for them. */
public final class CanaryTest {

    private static final VaultHouse HOUSE = new VaultHouse();

    @ClassRule
    public static final TestRule RULE = HOUSE.rule();

    @Before
    public void clear() {
        HOUSE.clear();
    }

    @Test
    public void noPersonalValueIsInClearInAnyTable() {
        Map<Field, String> canaries = new HashMap<>();
        canaries.put(Field.NAME, "Zebulon Quetzalcoatl");
        canaries.put(Field.EMAIL, "zebulon.quetzal@canary.example");
        canaries.put(Field.PHONE, "+46701740605");
        canaries.put(Field.STREET, "Kanariefågelgatan 17");
        canaries.put(Field.CITY, "Xanaduköping");
        PersonId person = PersonId.random();

        HOUSE.vault.enrol(person, canaries, "registration");
        HOUSE.vault.correct(person, Map.of(Field.CITY, Optional.of("Ytterxanadu")), "registration");
        HOUSE.vault.reveal(person, canaries.keySet(), Purpose.ACCOUNT, Recipient.THE_PERSON);
        HOUSE.vault.findByEmail(canaries.get(Field.EMAIL));
        List<String> searched = new ArrayList<>(canaries.values());
        searched.add("Ytterxanadu");

        byte[] everything = everything();
        assertThat(found(everything, person.toString())).isNotEmpty();
        for (String canary : searched) {
            assertThat(found(everything, canary)).as(canary).isEmpty();
        }
    }

    @Test
    public void findsWhatIsInClear() {
        HOUSE.enrol();
        HOUSE.tamper("UPDATE vault_value SET envelope = ? WHERE field = 'name'", (Object)
                "Zebulon Quetzalcoatl".getBytes(StandardCharsets.UTF_16LE));

        assertThat(found(everything(), "Zebulon Quetzalcoatl")).containsExactly("UTF-16LE");
    }

    private byte[] everything() {
        StringBuilder all = new StringBuilder();
        for (StoreRule store : List.of(HOUSE.data, HOUSE.keyStore)) {
            store.jdbi().useHandle(handle -> {
                List<String> tables = handle.createQuery("SELECT tablename FROM sys.systables WHERE tabletype = 'T'")
                        .mapTo(String.class)
                        .list();
                for (String table : tables) {
                    handle.createQuery("SELECT * FROM \"" + table + "\"")
                            .mapToMap()
                            .forEach(row -> row.values()
                                    .forEach(value -> all.append(raw(value)).append('\n')));
                }
            });
        }
        return all.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** One byte per character, so that texts and bytes are searched alike. */
    private static String raw(Object value) {
        byte[] bytes = value instanceof byte[] raw ? raw : String.valueOf(value).getBytes(StandardCharsets.UTF_8);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** The forms in which a value occurs. */
    private static List<String> found(byte[] everything, String value) {
        String haystack = new String(everything, StandardCharsets.ISO_8859_1);
        List<String> found = new ArrayList<>();
        forms(value).forEach((form, bytes) -> {
            if (haystack.contains(new String(bytes, StandardCharsets.ISO_8859_1))) {
                found.add(form);
            }
        });
        return found;
    }

    private static Map<String, byte[]> forms(String value) {
        Map<String, byte[]> forms = new LinkedHashMap<>();
        for (Charset charset : List.of(
                StandardCharsets.UTF_8,
                StandardCharsets.ISO_8859_1,
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE)) {
            forms.put(charset.name(), value.getBytes(charset));
        }
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        forms.put("lower case", value.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        forms.put("hex", HexFormat.of().formatHex(utf8).getBytes(StandardCharsets.US_ASCII));
        forms.put("HEX", HexFormat.of().withUpperCase().formatHex(utf8).getBytes(StandardCharsets.US_ASCII));
        // Base64 of a value inside of something else begins at one of three places.
        for (int shift = 0; shift < 3; shift++) {
            byte[] shifted = new byte[shift + utf8.length];
            System.arraycopy(utf8, 0, shifted, shift, utf8.length);
            String whole = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            int from = (shift * 8 + 5) / 6;
            int to = (shift + utf8.length) * 8 / 6;
            forms.put("Base64 at " + shift, whole.substring(from, to).getBytes(StandardCharsets.US_ASCII));
        }
        return forms;
    }
}
