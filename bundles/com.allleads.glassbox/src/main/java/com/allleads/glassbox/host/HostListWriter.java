package com.allleads.glassbox.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Writes the {@link HostList} of a distribution; run by its build, once everything is in its place. */
public final class HostListWriter {

    private static final Pattern ADAPTERS =
            Pattern.compile("com/allleads/com\\.allleads\\.(payment|channel|sink|source|partner)\\..*");

    private HostListWriter() {}

    /** Takes one argument, the folder of the distribution. */
    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(arguments[0]);
        Path system = home.resolve("system");
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(system)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                String path = system.relativize(file)
                        .toString()
                        .replace(file.getFileSystem().getSeparator(), "/");
                if (!ADAPTERS.matcher(path).matches()) {
                    ContentDigest digest = digest(file);
                    lines.add(digest.whole() + " " + digest.withoutManifest() + " " + path);
                }
            }
        }
        Files.write(home.resolve(HostList.FILE), lines);
    }

    static ContentDigest digest(Path jar) throws IOException {
        ContentDigest.Builder digest = new ContentDigest.Builder();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry :
                    zip.stream().filter(each -> !each.isDirectory()).toList()) {
                digest.add(entry.getName(), () -> zip.getInputStream(entry));
            }
        }
        return digest.build();
    }
}
