package com.allleads.backup.files;

import com.allleads.backup.BackupFailedException;
import com.allleads.backup.copy.Contents;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A file that is compressed and encrypted as it is written. In front stands, readable and authenticated, what it holds and which
 * key opens it. It appears under its name only when it is complete and on the disk.
 */
public final class SealedFile {

    private static final byte[] MAGIC = "ALLLEADS BACKUP\n".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD_BYTES = MAGIC.length + 1 + BackupKey.PRINT_BYTES;

    private final Path path;
    private final BackupKey key;

    public SealedFile(Path path, BackupKey key) {
        this.path = path;
        this.key = key;
    }

    /** Writes it. */
    public <T> T write(Contents contents, Writing<T> writing) throws IOException, SQLException {
        Files.createDirectories(path.getParent(), ownerOnly(path, "rwx------"));
        Path draft = path.resolveSibling("." + path.getFileName() + ".part");
        try (FileChannel channel = FileChannel.open(
                draft,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE),
                ownerOnly(path, "rw-------"))) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
            byte[] head = head(contents);
            out.write(head);
            T result;
            try (OutputStream compressed = new Fast(key.streaming().newEncryptingStream(new KeptOpen(out), head))) {
                result = writing.write(compressed);
            }
            out.flush();
            channel.force(true);
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
            forceFolder();
            return result;
        } catch (GeneralSecurityException e) {
            throw new BackupFailedException("the backup could not be encrypted: " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /**
     * Reads it from its beginning to its end.
     *
     * @throws BackupFailedException where it holds something else, was encrypted with another key, or was altered
     */
    public <T> T read(Contents contents, Reading<T> reading) throws SQLException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(path))) {
            byte[] head = file.readNBytes(HEAD_BYTES);
            check(contents, head);
            InputStream opened = key.streaming().newDecryptingStream(file, head);
            T result = reading.read(new GZIPInputStream(opened));
            if (opened.read() != -1) {
                throw new IOException("there is something behind its end");
            }
            return result;
        } catch (IOException | GeneralSecurityException e) {
            throw new BackupFailedException(
                    path.getFileName()
                            + " was altered or is damaged, and nothing of it is used: take another copy of it or"
                            + " another backup (" + e.getMessage() + ")",
                    e);
        }
    }

    private void check(Contents contents, byte[] head) {
        if (head.length != HEAD_BYTES || !Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new BackupFailedException(path.getFileName() + " is no backup of AllLeads");
        }
        if (head[MAGIC.length] != mark(contents)) {
            throw new BackupFailedException(path.getFileName() + " is no backup of the "
                    + (contents == Contents.DATA ? "data" : "key store")
                    + ": files that begin with data- hold the data, those that begin with keys- the key store");
        }
        byte[] print = Arrays.copyOfRange(head, MAGIC.length + 1, HEAD_BYTES);
        if (!MessageDigest.isEqual(print, key.print())) {
            throw new BackupFailedException(path.getFileName() + " was encrypted with another key than that in secrets/"
                    + BackupKey.NAME + ": put the " + BackupKey.NAME + " of the time of the backup there");
        }
    }

    private byte[] head(Contents contents) {
        byte[] head = Arrays.copyOf(MAGIC, HEAD_BYTES);
        head[MAGIC.length] = mark(contents);
        System.arraycopy(key.print(), 0, head, MAGIC.length + 1, BackupKey.PRINT_BYTES);
        return head;
    }

    private static byte mark(Contents contents) {
        return (byte) contents.prefix().charAt(0);
    }

    /** Without this a power cut could take the file's name with it. */
    private void forceFolder() throws IOException {
        if (posix(path)) {
            try (FileChannel folder = FileChannel.open(path.getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
        return posix(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Writes what the file holds. */
    @FunctionalInterface
    public interface Writing<T> {

        T write(OutputStream out) throws IOException, SQLException;
    }

    /** Reads what the file holds, to its end. */
    @FunctionalInterface
    public interface Reading<T> {

        T read(InputStream in) throws IOException, SQLException;
    }

    /** Encrypted data cannot be compressed afterwards; the fastest level takes most of what can be had. */
    private static final class Fast extends GZIPOutputStream {

        private static final int BUFFER = 1 << 16;

        Fast(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    /** The file is forced to disk after the encryption ended its stream. */
    private static final class KeptOpen extends OutputStream {

        private final OutputStream out;

        KeptOpen(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }
}
