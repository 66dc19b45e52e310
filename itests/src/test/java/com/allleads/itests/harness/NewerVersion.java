package com.allleads.itests.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A bundle as its next release will be: the same code under a newer version. */
final class NewerVersion {

    private NewerVersion() {}

    static Path of(Path bundle, Path folder, String version) {
        Path newer = folder.resolve(version + ".jar");
        try (InputStream file = Files.newInputStream(bundle);
                JarInputStream in = new JarInputStream(file)) {
            Files.createDirectories(folder);
            Manifest manifest = in.getManifest();
            manifest.getMainAttributes().put(new Attributes.Name("Bundle-Version"), version);
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(newer), manifest)) {
                for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
                    out.putNextEntry(new JarEntry(entry.getName()));
                    in.transferTo(out);
                }
            }
            return newer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
