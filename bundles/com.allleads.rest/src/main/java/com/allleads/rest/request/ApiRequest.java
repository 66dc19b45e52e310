package com.allleads.rest.request;

import com.allleads.api.rest.Problem;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;

/** A request whose body was read once, so that it can be digested and parsed. */
public final class ApiRequest extends HttpServletRequestWrapper {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private static final byte[] NOTHING = {};

    private final byte[] body;

    private ApiRequest(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    /**
     * Reads a request.
     *
     * @param limit the most bytes of a body
     * @throws com.allleads.api.rest.ProblemException 413 where the body is larger, 408 or 400 where it does not come, 415
     *     where it is written in letters that nobody here reads
     */
    static ApiRequest read(HttpServletRequest request, int limit) {
        checkCharset(request.getCharacterEncoding());
        return new ApiRequest(request, hasBody(request) ? BodyReader.read(request, limit) : NOTHING);
    }

    private static void checkCharset(String name) {
        try {
            if (name == null || Charset.isSupported(name)) {
                return;
            }
        } catch (IllegalCharsetNameException e) {
            // Not supported either.
        }
        throw Problem.of(415, "unsupported-media-type", "Bodies of this type are not taken here.", "Send UTF-8.")
                .exception();
    }

    /** A request without a length may have a body all the same. */
    private static boolean hasBody(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return length > 0 || (length < 0 && (!isSafe(request) || request.getHeader("Transfer-Encoding") != null));
    }

    /** Whether the method promises to change nothing. */
    public boolean isSafe() {
        return isSafe(this);
    }

    private static boolean isSafe(HttpServletRequest request) {
        return SAFE.contains(request.getMethod());
    }

    /** The body as it came. */
    public byte[] body() {
        return body;
    }

    /** Nothing is of every type, so that a missing body is called missing, and not of the wrong type. */
    @Override
    public String getContentType() {
        String type = super.getContentType();
        return type == null && body.length == 0 && !isSafe() ? "application/json" : type;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Buffered(body);
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private static final class Buffered extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Buffered(byte[] body) {
            bytes = new ByteArrayInputStream(body);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, length);
        }

        @Override
        public int available() {
            return bytes.available();
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("resources answer on the thread that called them");
        }
    }
}
