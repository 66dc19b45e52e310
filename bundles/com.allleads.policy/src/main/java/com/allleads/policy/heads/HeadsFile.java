package com.allleads.policy.heads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** A file that lines are added to. A line counts once its end is on the disk; what a crash left of one is overwritten. */
final class HeadsFile {

    private final Path path;

    HeadsFile(Path path) {
        this.path = path;
    }

    /** How messages name it, without where the site is installed. */
    String name() {
        return path.getParent().getFileName() + "/" + path.getFileName();
    }

    /** The whole lines; empty where there is no such file. */
    Optional<List<String>> lines() {
        try {
            String text = Files.readString(path, StandardCharsets.ISO_8859_1);
            return Optional.of(
                    text.substring(0, text.lastIndexOf('\n') + 1).lines().toList());
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name(), e);
        }
    }

    /** Adds a line, durable when this returns. */
    void add(String line) {
        try {
            Files.createDirectories(path.getParent());
            try (FileChannel channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                channel.position(endOfLines(channel));
                ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.truncate(channel.position());
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + name(), e);
        }
    }

    private static long endOfLines(FileChannel channel) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        long end = channel.size();
        while (end > 0) {
            one.clear();
            channel.read(one, end - 1);
            if (one.get(0) == '\n') {
                return end;
            }
            end--;
        }
        return 0;
    }
}
