package com.allleads.portal.request;

import com.allleads.api.rest.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;

/**
 * Reads what a browser sends. Query and body are read apart, so that what may only come in a body, such as a session, is
 * never taken from an address.
 */
final class FormBody {

    private static final String TYPE = "application/x-www-form-urlencoded";

    private FormBody() {}

    /** The fields of a submitted form. */
    static Map<String, List<String>> of(HttpServletRequest request, int limit) throws IOException {
        String type = request.getContentType();
        if (type != null
                && !type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(TYPE)) {
            throw Problem.of(415, "unsupported-media-type", "Pages take forms only.", "Send " + TYPE + ".")
                    .exception();
        }
        if (request.getContentLengthLong() > limit) {
            throw tooLarge(limit);
        }
        byte[] body;
        try (InputStream in = request.getInputStream()) {
            body = in.readNBytes(limit + 1);
        }
        if (body.length > limit) {
            throw tooLarge(limit);
        }
        return parse(new String(body, StandardCharsets.US_ASCII));
    }

    /** The fields of a query or a body, in UTF-8. */
    static Map<String, List<String>> parse(String encoded) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        if (encoded == null) {
            return fields;
        }
        for (String pair : encoded.split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                fields.computeIfAbsent(decode(parts[0]), name -> new ArrayList<>())
                        .add(parts.length == 2 ? decode(parts[1]) : "");
            }
        }
        return fields;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problem.of(400, "malformed-request", "The request cannot be read.", "Its encoding is broken.")
                    .exception();
        }
    }

    private static RuntimeException tooLarge(int limit) {
        return Problem.of(
                        413,
                        "too-large",
                        "That was too much at once.",
                        "A form may have at most " + limit / 1024 + " kilobytes. Shorten what you entered.")
                .exception();
    }
}
