package com.allleads.channel.maildir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A Maildir: a mail is written in {@code tmp}, forced to disk, and renamed into {@code new}, so that a reader sees all of it
 * or nothing. Mail is private: nobody but the folder's owner can read it. Safe for use by many threads and processes.
 */
final class Maildir {

    /** What a Maildir's readers may throw away, by convention. */
    private static final Duration ABANDONED = Duration.ofHours(36);

    private final Path folder;

    private Maildir(Path folder) {
        this.folder = folder;
    }

    /** The Maildir in a folder, made where it was not there. Drafts that a crash left behind are removed. */
    static Maildir in(Path folder) throws IOException {
        Maildir maildir = new Maildir(folder);
        for (String name : List.of("tmp", "new", "cur")) {
            Files.createDirectories(folder.resolve(name), maildir.ownerOnly("rwx------"));
        }
        maildir.removeAbandonedDrafts();
        return maildir;
    }

    /**
     * Stores a mail, durably, unless one of this name is there.
     *
     * @param name unique to the mail
     * @param mail in the form of RFC 5322
     */
    void store(String name, byte[] mail) throws IOException {
        if (has(name)) {
            return;
        }
        Path draft = folder.resolve("tmp").resolve(name + "." + UUID.randomUUID());
        try {
            write(draft, mail);
            Files.move(draft, folder.resolve("new").resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
        forceNames(folder.resolve("new"));
    }

    /** Whether the mail is there, read or not: readers move it to {@code cur} and append their flags to its name. */
    private boolean has(String name) throws IOException {
        if (Files.exists(folder.resolve("new").resolve(name))) {
            return true;
        }
        try (DirectoryStream<Path> read = Files.newDirectoryStream(folder.resolve("cur"), name + "*")) {
            return read.iterator().hasNext();
        }
    }

    private void write(Path draft, byte[] mail) throws IOException {
        try (FileChannel file = FileChannel.open(
                draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly("rw-------"))) {
            ByteBuffer bytes = ByteBuffer.wrap(mail);
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
    }

    /** Without this a power cut could take the mail's name with it. */
    private void forceNames(Path directory) throws IOException {
        if (posix()) {
            try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    private void removeAbandonedDrafts() throws IOException {
        FileTime limit = FileTime.from(Instant.now().minus(ABANDONED));
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(folder.resolve("tmp"))) {
            for (Path draft : drafts) {
                if (Files.getLastModifiedTime(draft).compareTo(limit) < 0) {
                    Files.deleteIfExists(draft);
                }
            }
        }
    }

    private FileAttribute<?>[] ownerOnly(String permissions) {
        return posix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private boolean posix() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
