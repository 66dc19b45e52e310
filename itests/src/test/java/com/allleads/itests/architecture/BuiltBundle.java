package com.allleads.itests.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/**
 * What the build made of one folder under bundles.
 *
 * @param folder its name
 * @param jar the file
 * @param manifest of the jar
 * @param packages in which it has classes
 */
record BuiltBundle(String folder, Path jar, Attributes manifest, Set<String> packages) {

    /** Every folder with a pom; each must have been built. */
    static List<BuiltBundle> all(Path bundles) {
        try (Stream<Path> folders = Files.list(bundles)) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .sorted()
                    .map(BuiltBundle::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BuiltBundle read(Path folder) {
        Path file = jarIn(folder);
        try (JarFile jar = new JarFile(file.toFile())) {
            Set<String> packages = jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(".class") && name.contains("/"))
                    .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
                    .collect(Collectors.toSet());
            return new BuiltBundle(
                    folder.getFileName().toString(), file, jar.getManifest().getMainAttributes(), packages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path jarIn(Path folder) {
        try (Stream<Path> files = Files.list(folder.resolve("target"))) {
            return files.filter(file -> file.getFileName().toString().matches(".+\\d(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(folder + " has no jar; build the bundles first"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String symbolicName() {
        return header(Constants.BUNDLE_SYMBOLICNAME).split(";", 2)[0];
    }

    Map<String, Map<String, String>> imports() {
        return Clauses.parse(header(Constants.IMPORT_PACKAGE));
    }

    Map<String, Map<String, String>> exports() {
        return Clauses.parse(header(Constants.EXPORT_PACKAGE));
    }

    String header(String name) {
        String value = manifest.getValue(name);
        return value == null ? "" : value;
    }

    /** The version of an exported package; none where the manifest is silent. */
    static boolean isVersion(String version) {
        return version != null && Version.parseVersion(version).compareTo(Version.emptyVersion) > 0;
    }

    /** Whether an import says from which version to which. */
    static boolean isRange(String range) {
        return range != null && VersionRange.valueOf(range).getRight() != null;
    }

    @Override
    public String toString() {
        return folder;
    }
}
