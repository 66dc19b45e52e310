package com.allleads.api.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A secret of the platform in a file of its own, below {@code secrets/} in the instance's folder. The file is made at the
 * first start and changed by nobody but whose secret it is; only its owner can read it. Where several nodes share a database,
 * an operator gives each the same files before its first start. Safe for use by many threads and processes.
 */
public final class SecretFile {

    private static final String FOLDER = "secrets";

    private final Path file;

    private SecretFile(Path file) {
        this.file = file;
    }

    /**
     * The secret of this instance with a name.
     *
     * @param name the file's name, as in {@code vault-master.key}
     */
    public static SecretFile named(String name) {
        return below(Path.of(System.getProperty("karaf.base", ".")), name);
    }

    /** The secret with a name of the instance that lives in a folder. */
    public static SecretFile below(Path instance, String name) {
        return new SecretFile(instance.resolve(FOLDER).resolve(name).toAbsolutePath());
    }

    /** Where it is, for messages to operators. */
    public Path path() {
        return file;
    }

    /** What the file holds; empty where there is no such file. */
    public Optional<byte[]> read() {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /**
     * What the file holds, after making it where it was not there.
     *
     * @param first makes the content of a new file; not used where another process was faster
     */
    public byte[] readOrMake(Supplier<byte[]> first) {
        return read().orElseGet(() -> {
            make(first.get());
            return read().orElseThrow(() -> new IllegalStateException(file + " vanished"));
        });
    }

    /**
     * Puts this file in the place of an older one. The older one is overwritten first, which takes its secret away from
     * where the file system writes in place; then this file gets its name, at once. After a crash between the two the older
     * one is there without its secret, this one is as it was, and it can be done again. Not by two at a time.
     *
     * @param older whose name and folder stay; need not be there
     */
    public void takePlaceOf(SecretFile older) {
        if (!Files.exists(file)) {
            throw new IllegalStateException(file + " is missing, so that nothing can take the place of " + older);
        }
        try {
            if (Files.exists(older.file)) {
                overwrite(older.file);
            }
            Files.move(file, older.file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceFolder();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot put " + file + " in the place of " + older, e);
        }
    }

    private static void overwrite(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer zeros = ByteBuffer.allocate(Math.toIntExact(channel.size()));
            while (zeros.hasRemaining()) {
                channel.write(zeros);
            }
            channel.force(true);
        }
    }

    /** Appears at once and complete: it is written beside its place, forced to disk, and linked into its place. */
    private void make(byte[] content) {
        Path draft = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
        try {
            makeFolder();
            try (FileChannel channel = FileChannel.open(
                    draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly("rw-------"))) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            try {
                Files.createLink(file, draft);
            } catch (FileAlreadyExistsException faster) {
                // What the other process made is as good.
            }
            Files.delete(draft);
            forceFolder();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + file, e);
        }
    }

    /** A folder that is there already is closed to others too. */
    private void makeFolder() throws IOException {
        Files.createDirectories(file.getParent(), ownerOnly("rwx------"));
        if (posix()) {
            Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** Without this a power cut could take the file's name with it. */
    private void forceFolder() throws IOException {
        if (posix()) {
            try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
                folder.force(true);
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
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Names the file, not what it holds. */
    @Override
    public String toString() {
        return file.toString();
    }
}
