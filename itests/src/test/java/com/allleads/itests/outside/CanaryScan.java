package com.allleads.itests.outside;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Looks for values in files, as somebody would who stole a disk: as they are, in UTF-16, hexadecimal and Base64. The values are
 * long and random, so that whatever is found was written by the site.
 */
final class CanaryScan {

    /** What Base64 makes of a value depends on where in a group of three bytes it begins. */
    private static final int GROUP = 3;

    private static final int DIGITS = 4;

    private final Map<String, String> needles = new LinkedHashMap<>();

    /**
     * Looks for one more value.
     *
     * @param name what it is, for the findings, which must not quote it
     */
    CanaryScan value(String name, String value) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            byte[] bytes = value.getBytes(charset);
            String form = name + " in " + charset;
            needles.put(latin(bytes), form);
            needles.put(HexFormat.of().formatHex(bytes), form + ", hexadecimal");
            needles.put(HexFormat.of().withUpperCase().formatHex(bytes), form + ", hexadecimal in capitals");
            for (int before = 0; before < GROUP; before++) {
                needles.put(inBase64(bytes, before), form + ", Base64");
            }
        }
        needles.put(value.toLowerCase(Locale.ROOT), name + " in small letters");
        return this;
    }

    /**
     * What was found where.
     *
     * @param folder searched with everything below
     * @param skipped files that are not searched
     */
    List<String> findings(Path folder, Predicate<Path> skipped) throws IOException {
        List<String> findings = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(Files::isRegularFile).filter(skipped.negate()).toList()) {
                String content = content(file);
                needles.forEach((needle, form) -> {
                    if (content.contains(needle)) {
                        findings.add(form + ": " + folder.relativize(file));
                    }
                });
            }
        }
        return findings;
    }

    private static String content(Path file) throws IOException {
        try {
            return latin(Files.readAllBytes(file));
        } catch (IOException vanished) {
            if (Files.exists(file)) {
                throw vanished;
            }
            return "";
        }
    }

    /** The characters that depend on nothing but the value, whatever stands before and after it. */
    private static String inBase64(byte[] value, int before) {
        byte[] shifted = new byte[before + value.length];
        System.arraycopy(value, 0, shifted, before, value.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int whole = shifted.length / GROUP * DIGITS;
        return encoded.substring(before == 0 ? 0 : DIGITS, whole);
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
