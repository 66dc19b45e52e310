package com.allleads.portal.texts;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * A file of texts that lies beside a class. Java's own resource bundles keep a cache over all class loaders; a bundle that is
 * updated must leave nothing behind.
 */
final class TextFile {

    private TextFile() {}

    /** Its texts by key; none where there is no such file. */
    static Properties beside(Class<?> owner, String name) {
        Properties texts = new Properties();
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in != null) {
                try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                    texts.load(reader);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("texts " + name + " cannot be read", e);
        }
        return texts;
    }
}
