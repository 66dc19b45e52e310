import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Verifies a receipt of a decision, offline: with nothing but a JDK 17, the receipt and the site's key.
 *
 * <pre>
 *   java tools/VerifyReceipt.java receipt.jws keys.json
 * </pre>
 *
 * {@code receipt.jws} is what the page of a receipt lets you download, or the answer of {@code GET /api/v1/me/receipts/ID};
 * {@code keys.json} is the answer of {@code GET /api/v1/keys}, fetched once from a site that you trust. Ends with 0 where the
 * receipt is what the site signed and still holds, with 1 where it is not, with 2 where a file cannot be read.
 */
public final class VerifyReceipt {

    private static final int HOLDS = 0;
    private static final int REFUSED = 1;
    private static final int UNREADABLE = 2;

    /** What stands before the 32 bytes of an Ed25519 key in its X.509 form (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private VerifyReceipt() {}

    public static void main(String... arguments) {
        System.exit(run(System.out, System.err, Instant.now(), arguments));
    }

    static int run(PrintStream out, PrintStream err, Instant now, String... arguments) {
        if (arguments.length != 2) {
            err.println("usage: java tools/VerifyReceipt.java receipt.jws keys.json");
            return UNREADABLE;
        }
        try {
            String jws = jws(Files.readString(Path.of(arguments[0])).strip());
            Map<String, Object> keys = object(Json.read(Files.readString(Path.of(arguments[1]))), "the keys");
            Map<String, Object> receipt = verified(jws, keys);
            tell(receipt, out);
            holds(receipt, now);
            out.println("The signature is right: the site said exactly this.");
            return HOLDS;
        } catch (Refusal refusal) {
            err.println("REFUSED: " + refusal.getMessage());
            return REFUSED;
        } catch (IOException e) {
            err.println("cannot be read: " + e.getMessage());
            return UNREADABLE;
        }
    }

    /** The JWS itself, or that in the answer of the site. */
    private static String jws(String content) throws Refusal {
        return content.startsWith("{") ? text(object(Json.read(content), "the receipt"), "jws") : content;
    }

    private static Map<String, Object> verified(String jws, Map<String, Object> keys) throws Refusal {
        String[] parts = jws.split("\\.", -1);
        if (parts.length != 3) {
            throw new Refusal("this is no receipt: a compact JWS has three parts");
        }
        Map<String, Object> header = object(Json.read(utf8(parts[0])), "the header");
        if (!"EdDSA".equals(header.get("alg")) || !"consent-receipt".equals(header.get("typ"))) {
            throw new Refusal("this is no receipt of a decision: its header says " + header);
        }
        PublicKey key = key(text(header, "kid"), keys);
        if (!verifies(key, parts[0] + "." + parts[1], bytes(parts[2]))) {
            throw new Refusal("the receipt was altered, or the site never signed it: the signature does not fit");
        }
        return object(Json.read(utf8(parts[1])), "the receipt");
    }

    private static PublicKey key(String id, Map<String, Object> keys) throws Refusal {
        for (Object one : list(keys.get("keys"))) {
            Map<String, Object> jwk = object(one, "a key");
            if (id.equals(jwk.get("kid")) && "OKP".equals(jwk.get("kty")) && "Ed25519".equals(jwk.get("crv"))) {
                return key(text(jwk, "x"));
            }
        }
        throw new Refusal("it was signed with the key " + id + ", which is not among the keys of the site");
    }

    private static PublicKey key(String x) throws Refusal {
        byte[] raw = bytes(x);
        if (raw.length != 32) {
            throw new Refusal("the site's key is no Ed25519 key");
        }
        byte[] encoded = new byte[X509.length + raw.length];
        System.arraycopy(X509, 0, encoded, 0, X509.length);
        System.arraycopy(raw, 0, encoded, X509.length, raw.length);
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new Refusal("the site's key is no Ed25519 key");
        }
    }

    private static boolean verifies(PublicKey key, String signed, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(signed.getBytes(StandardCharsets.US_ASCII));
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    /** What a right signature does not say: whether the text is the one whose digest was signed, and whether a yes still holds. */
    private static void holds(Map<String, Object> receipt, Instant now) throws Refusal {
        if (receipt.get("privacy_notice") instanceof Map<?, ?> notice && notice.get("text") instanceof String text) {
            String digest = "sha-256:" + HexFormat.of().formatHex(sha256(text));
            if (!digest.equals(notice.get("digest")) || !digest.equals(receipt.get("textDigest"))) {
                throw new Refusal("the text in it is not the one that was agreed to: its digest is " + digest);
            }
        }
        if (receipt.get("validUntil") instanceof String until && !now.isBefore(Instant.parse(until))) {
            throw new Refusal("it is genuine, and it expired at " + until);
        }
    }

    private static void tell(Map<String, Object> receipt, PrintStream out) throws Refusal {
        boolean granted = Boolean.TRUE.equals(receipt.get("granted"));
        out.println("Receipt " + text(receipt, "id") + " of " + text(receipt, "issuer"));
        out.println();
        out.println("On " + text(receipt, "decidedAt") + " the person " + text(receipt, "person") + " said "
                + (granted ? "YES" : "NO") + " to \"" + text(receipt, "purpose") + "\", at \"" + text(receipt, "point")
                + "\", in the language " + text(receipt, "language") + ".");
        if (receipt.get("signal") != null) {
            out.println("The request carried the Global Privacy Control signal.");
        }
        if (receipt.get("confirmed") != null) {
            out.println("They were told what speaks against it and said yes once more.");
        }
        member(receipt, "privacy_notice").ifPresent(notice -> {
            line(out, "What they read", notice.get("text"));
            if (notice.get("policy_version") instanceof Number version && version.intValue() > 0) {
                line(out, "Under the policy", "version " + version);
            }
        });
        for (Object one : list(receipt.get("party_identification"))) {
            Map<String, Object> party = object(one, "a party");
            line(out, "Who answers for it", joined(party, "party_name", "party_address", "party_contact"));
        }
        for (Object one : list(member(receipt, "pii_processing")
                .map(processing -> processing.get("purposes"))
                .orElse(null))) {
            tellPurpose(object(one, "a purpose"), out);
        }
        line(out, "Holds until", receipt.get("validUntil"));
        for (Object one : list(receipt.get("events"))) {
            Map<String, Object> event = object(one, "an event");
            line(out, "Event", event.get("event_time") + " " + term(event.get("event_state")));
        }
        out.println();
    }

    private static void tellPurpose(Map<String, Object> purpose, PrintStream out) throws Refusal {
        line(out, "Purpose", purpose.get("title") + " (" + term(purpose.get("purpose_type")) + ")");
        line(out, "Legal basis", term(purpose.get("lawful_basis")));
        List<String> data = new ArrayList<>();
        for (Object one : list(purpose.get("pii_information"))) {
            data.add(text(object(one, "a field"), "pii_attribute_id"));
        }
        line(out, "May read", data.isEmpty() ? "nothing" : String.join(", ", data));
        List<Object> recipients = list(purpose.get("recipient_third_parties"));
        if (recipients.isEmpty()) {
            line(out, "Goes to", "nobody outside of the site");
        }
        for (Object one : recipients) {
            Map<String, Object> party = object(one, "a recipient");
            line(out, "Goes to", joined(party, "party_name", "party_role", "retention_period", "party_url"));
        }
        line(out, "Kept", purpose.get("retention_period"));
        line(out, "Law of", purpose.get("jurisdiction"));
        line(out, "Taken back", purpose.get("withdrawal_method"));
    }

    private static String joined(Map<String, Object> from, String... names) {
        List<String> present = new ArrayList<>();
        for (String name : names) {
            if (from.get(name) instanceof String text && !text.isBlank()) {
                present.add(text);
            }
        }
        return String.join("; ", present);
    }

    private static void line(PrintStream out, String name, Object value) {
        if (value != null) {
            out.printf("  %-20s%s%n", name + ":", value);
        }
    }

    /** The last part of an IRI. */
    private static String term(Object iri) {
        String text = String.valueOf(iri);
        return text.substring(text.lastIndexOf('#') + 1);
    }

    private static Optional<Map<String, Object>> member(Map<String, Object> from, String name) throws Refusal {
        return from.get(name) == null ? Optional.empty() : Optional.of(object(from.get(name), name));
    }

    @SuppressWarnings("unchecked") // Json makes objects with text as keys alone
    private static Map<String, Object> object(Object value, String what) throws Refusal {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new Refusal(what + " is no JSON object");
    }

    private static List<Object> list(Object value) {
        return value instanceof List<?> list ? List.copyOf(list) : List.of();
    }

    private static String text(Map<String, Object> from, String name) throws Refusal {
        if (from.get(name) instanceof String text) {
            return text;
        }
        throw new Refusal("it says nothing about \"" + name + "\"");
    }

    private static byte[] bytes(String base64) throws Refusal {
        try {
            return Base64.getUrlDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new Refusal("the receipt was altered: a part of it is no base64url");
        }
    }

    private static String utf8(String base64) throws Refusal {
        return new String(bytes(base64), StandardCharsets.UTF_8);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** Why a receipt does not hold. */
    private static final class Refusal extends Exception {

        private static final long serialVersionUID = 1L;

        Refusal(String message) {
            super(message);
        }
    }

    /** JSON (RFC 8259) as maps, lists, text, numbers, Boolean and null; a name that stands twice is refused. */
    private static final class Json {

        private final String source;
        private int at;

        private Json(String source) {
            this.source = source;
        }

        static Object read(String source) throws Refusal {
            Json json = new Json(source);
            Object value = json.value();
            json.space();
            if (json.at != source.length()) {
                throw json.wrong();
            }
            return value;
        }

        private Object value() throws Refusal {
            space();
            if (at == source.length()) {
                throw wrong();
            }
            switch (source.charAt(at)) {
                case '{':
                    return object();
                case '[':
                    return array();
                case '"':
                    return text();
                case 't':
                    return word("true", Boolean.TRUE);
                case 'f':
                    return word("false", Boolean.FALSE);
                case 'n':
                    return word("null", null);
                default:
                    return number();
            }
        }

        private Map<String, Object> object() throws Refusal {
            Map<String, Object> members = new LinkedHashMap<>();
            at++;
            if (next('}')) {
                return members;
            }
            do {
                space();
                String name = text();
                expect(':');
                if (members.containsKey(name)) {
                    throw new Refusal("\"" + name + "\" stands twice in it");
                }
                members.put(name, value());
            } while (next(','));
            expect('}');
            return members;
        }

        private List<Object> array() throws Refusal {
            List<Object> elements = new ArrayList<>();
            at++;
            if (next(']')) {
                return elements;
            }
            do {
                elements.add(value());
            } while (next(','));
            expect(']');
            return elements;
        }

        private String text() throws Refusal {
            if (at == source.length() || source.charAt(at) != '"') {
                throw wrong();
            }
            StringBuilder text = new StringBuilder();
            for (at++; at < source.length(); at++) {
                char c = source.charAt(at);
                if (c == '"') {
                    at++;
                    return text.toString();
                }
                text.append(c == '\\' ? escaped() : c);
            }
            throw wrong();
        }

        private char escaped() throws Refusal {
            at++;
            char c = at < source.length() ? source.charAt(at) : ' ';
            switch (c) {
                case '"':
                case '\\':
                case '/':
                    return c;
                case 'b':
                    return '\b';
                case 'f':
                    return '\f';
                case 'n':
                    return '\n';
                case 'r':
                    return '\r';
                case 't':
                    return '\t';
                case 'u':
                    return unicode();
                default:
                    throw wrong();
            }
        }

        private char unicode() throws Refusal {
            if (at + 4 >= source.length()) {
                throw wrong();
            }
            try {
                char c = (char) HexFormat.fromHexDigits(source, at + 1, at + 5);
                at += 4;
                return c;
            } catch (IllegalArgumentException e) {
                throw wrong();
            }
        }

        private Number number() throws Refusal {
            int from = at;
            while (at < source.length() && "+-.eE0123456789".indexOf(source.charAt(at)) >= 0) {
                at++;
            }
            try {
                return new java.math.BigDecimal(source.substring(from, at));
            } catch (NumberFormatException e) {
                throw wrong();
            }
        }

        private Object word(String word, Object meaning) throws Refusal {
            if (!source.startsWith(word, at)) {
                throw wrong();
            }
            at += word.length();
            return meaning;
        }

        private boolean next(char c) {
            space();
            if (at < source.length() && source.charAt(at) == c) {
                at++;
                return true;
            }
            return false;
        }

        private void expect(char c) throws Refusal {
            if (!next(c)) {
                throw wrong();
            }
        }

        private void space() {
            while (at < source.length() && " \t\r\n".indexOf(source.charAt(at)) >= 0) {
                at++;
            }
        }

        private Refusal wrong() {
            return new Refusal("this is no JSON, at character " + at);
        }
    }
}
