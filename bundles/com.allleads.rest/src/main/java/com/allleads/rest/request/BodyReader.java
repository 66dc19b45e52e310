package com.allleads.rest.request;

import com.allleads.api.rest.Problem;
import com.allleads.api.rest.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import javax.servlet.http.HttpServletRequest;

/** Reads a body within limits of size and time. */
final class BodyReader {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    /** Of a body that is refused this much is read and dropped: cut off earlier, many a client never sees why. */
    private static final int MOST_DROPPED = 8 * 1024 * 1024;

    private static final int CHUNK = 8 * 1024;

    private BodyReader() {}

    static byte[] read(HttpServletRequest request, int limit) {
        try {
            return readAll(request, limit);
        } catch (IOException e) {
            throw Problem.of(400, "malformed-request", "The request cannot be understood.", "Its body breaks off.")
                    .exception();
        }
    }

    private static byte[] readAll(HttpServletRequest request, int limit) throws IOException {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        int expected = (int) Math.min(Math.max(request.getContentLengthLong(), 0), limit);
        ByteArrayOutputStream body = new ByteArrayOutputStream(expected);
        InputStream in = request.getInputStream();
        byte[] chunk = new byte[expected > 0 ? Math.min(expected, CHUNK) : CHUNK];
        boolean tooLarge = request.getContentLengthLong() > limit;
        long total = 0;
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            total += read;
            tooLarge = tooLarge || total > limit;
            if (System.nanoTime() > deadline) {
                throw tooSlow();
            }
            if (total > MOST_DROPPED) {
                break;
            }
            if (!tooLarge) {
                body.write(chunk, 0, read);
            }
        }
        if (tooLarge) {
            throw tooLarge(limit);
        }
        return body.toByteArray();
    }

    private static ProblemException tooLarge(int limit) {
        return Problem.of(
                        413,
                        "too-large",
                        "The body is too large.",
                        "It may have at most " + limit / 1024 + " kilobytes.")
                .exception();
    }

    private static ProblemException tooSlow() {
        return Problem.of(
                        408,
                        "too-slow",
                        "The body took too long to arrive.",
                        "Send it again; it must be here within " + LONGEST.toSeconds() + " seconds.")
                .exception();
    }
}
