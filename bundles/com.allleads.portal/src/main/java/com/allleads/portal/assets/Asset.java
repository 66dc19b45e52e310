package com.allleads.portal.assets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

    static Asset read(String resource) {
        try (InputStream in = Asset.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the bundle does not hold " + resource);
            }
            byte[] plain = in.readAllBytes();
            return new Asset(type(resource), plain, pack(plain));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private static String type(String resource) {
        if (resource.endsWith(".js")) {
            return "text/javascript;charset=UTF-8";
        }
        return resource.endsWith(".css") ? "text/css;charset=UTF-8" : "image/svg+xml";
    }

    private static byte[] pack(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }
}
