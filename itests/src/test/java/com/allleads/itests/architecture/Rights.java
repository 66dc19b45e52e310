package com.allleads.itests.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a bundle keeps about people, and by which contracts it takes part in their rights: to see it and take it along, and to
 * have it erased. Corrections need none: what can be wrong is in the vault.
 */
final class Rights {

    /** By which everything held about a person is found. */
    static final String ACCESS = "com.allleads.api.vault.PersonalRecords";

    /** By which a capability hears that a person was erased. */
    static final String ERASURE = "com.allleads.api.vault.ErasureListener";

    /** Who need not hear of erasures, and why. Nobody is excepted from {@link #ACCESS}. */
    static final Map<String, String> WITHOUT_ERASURE = Map.of(
            "com.allleads.audit",
            "what operators did stays for ever under the random identifier; reasons are sealed with the person's key",
            "com.allleads.consent",
            "decisions stay as evidence under the random identifier; nothing in them is about the person otherwise",
            "com.allleads.notification",
            "what messages say is sealed with the person's key, and the vault gives no address any more",
            "com.allleads.policy",
            "acceptances stay as evidence under the random identifier",
            "com.allleads.vault",
            "it is what erases, and tells the others");

    /** A column that says whose a row is: by the name that all tables use for it, or one that may hold a person among others. */
    private static final Pattern PERSON =
            Pattern.compile("<(?:add)?[cC]olumn\\b[^>]*\\bname=\"(?:[a-z_]*_)?(?:person|holder|subject)\"");

    private static final Pattern TABLE =
            Pattern.compile("<(createTable|addColumn)\\b[^>]*tableName=\"([^\"]+)\"(.*?)</\\1>", Pattern.DOTALL);

    private Rights() {}

    /** The tables of a bundle that refer to people. */
    static Set<String> tables(Path jar) {
        Set<String> tables = new TreeSet<>();
        entries(jar, "db/", ".xml").forEach(changelog -> TABLE.matcher(changelog)
                .results()
                .filter(table -> PERSON.matcher(table.group(3)).find())
                .forEach(table -> tables.add(table.group(2))));
        return tables;
    }

    /** The types of services that a bundle's components provide. */
    static Set<String> services(Path jar) {
        Set<String> types = new TreeSet<>();
        Pattern provided = Pattern.compile("<provide interface=\"([^\"]+)\"");
        entries(jar, "OSGI-INF/", ".xml")
                .forEach(component -> provided.matcher(component).results().forEach(type -> types.add(type.group(1))));
        return types;
    }

    /** The classes of a bundle's components that provide a type, by their simple names. */
    static Set<String> components(Path jar, String type) {
        Set<String> classes = new TreeSet<>();
        Pattern implementation = Pattern.compile("<implementation class=\"(?:[^\"]*\\.)?([^\".]+)\"");
        entries(jar, "OSGI-INF/", ".xml").stream()
                .filter(component -> component.contains("<provide interface=\"" + type + "\""))
                .forEach(component ->
                        implementation.matcher(component).results().forEach(found -> classes.add(found.group(1))));
        return classes;
    }

    private static List<String> entries(Path path, String folder, String end) {
        try (JarFile jar = new JarFile(path.toFile())) {
            Stream<String> texts = jar.stream()
                    .filter(entry -> entry.getName().startsWith(folder)
                            && entry.getName().endsWith(end))
                    .map(entry -> {
                        try (InputStream in = jar.getInputStream(entry)) {
                            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
            return texts.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
