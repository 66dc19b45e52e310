package com.allleads.portal.assets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * A file that pages need, ready to be sent.
 *
 * @param type its content type
 * @param plain its bytes
 * @param packed the same by gzip
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are carried, never compared
record Asset(String type, byte[] plain, byte[] packed) {

    private static final Pattern CARRIED_PICTURE = Pattern.compile("url\\(\"data:[^\"]*\"\\)");

    static Asset read(String resource) {
        try (InputStream in = Asset.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the bundle does not hold " + resource);
            }
            return packed(type(resource), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /** A style sheet with another picture, a file beside it, in place of each that it carries in itself. */
    Asset withPicture(String name) {
        String sheet = new String(plain, StandardCharsets.UTF_8);
        String other = CARRIED_PICTURE.matcher(sheet).replaceAll("url(\"" + name + "\")");
        return packed(type, other.getBytes(StandardCharsets.UTF_8));
    }

    private static String type(String resource) {
        if (resource.endsWith(".js")) {
            return "text/javascript;charset=UTF-8";
        }
        return resource.endsWith(".css") ? "text/css;charset=UTF-8" : "image/svg+xml";
    }

    private static Asset packed(String type, byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Asset(type, plain, packed.toByteArray());
    }
}
