package com.allleads.store.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.osgi.framework.Version;

/** Writes changelogs as a bundle's several versions would bring them. */
final class ChangelogFolder {

    private final Path root;
    private int versions;

    ChangelogFolder(Path root) {
        this.root = root;
    }

    /** A changelog with one changeset per statement, named by its position from a. */
    Changelog changelog(String bundle, String version, String... statements) {
        StringBuilder xml = new StringBuilder("""
                <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-4.33.xsd">
                """);
        for (int i = 0; i < statements.length; i++) {
            xml.append("<changeSet id=\"%c\" author=\"allleads\"><sql>%s</sql></changeSet>%n"
                    .formatted('a' + i, statements[i]));
        }
        return changelog(bundle, version, xml.append("</databaseChangeLog>").toString());
    }

    /** One whose file is not there: it can only be skipped. */
    Changelog absent(Changelog like) {
        return new Changelog(
                like.bundle(),
                like.version(),
                like.path(),
                like.dataSource(),
                like.digest(),
                new URLClassLoader(new URL[0], null));
    }

    private Changelog changelog(String bundle, String version, String xml) {
        try {
            Path folder = root.resolve(Integer.toString(versions++));
            Files.createDirectories(folder.resolve("db"));
            Files.writeString(folder.resolve("db/changelog.xml"), xml);
            return new Changelog(
                    bundle,
                    Version.parseVersion(version),
                    "db/changelog.xml",
                    "allleads",
                    Integer.toHexString(xml.hashCode()),
                    loader(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClassLoader loader(Path folder) throws MalformedURLException {
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, null);
    }
}
