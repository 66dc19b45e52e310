package com.allleads.rest.docs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPOutputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** A file of the documentation. It is packed when it is first asked for: most sites never are, and it is large. */
final class DocsFile {

    private final String resource;
    private final String type;
    private byte[] packed;

    DocsFile(String resource, String type) {
        this.resource = resource;
        this.type = type;
    }

    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType(type);
        response.setHeader("Cache-Control", "public, max-age=3600");
        response.setHeader("Vary", "Accept-Encoding");
        String accepted = request.getHeader("Accept-Encoding");
        if (accepted != null && accepted.contains("gzip")) {
            byte[] body = packed();
            response.setHeader("Content-Encoding", "gzip");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            return;
        }
        try (InputStream in = open()) {
            in.transferTo(response.getOutputStream());
        }
    }

    private synchronized byte[] packed() throws IOException {
        if (packed == null) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (InputStream in = open();
                    GZIPOutputStream out = new GZIPOutputStream(bytes)) {
                in.transferTo(out);
            }
            packed = bytes.toByteArray();
        }
        return packed;
    }

    private InputStream open() throws IOException {
        InputStream in = DocsFile.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IOException("the bundle does not hold " + resource);
        }
        return in;
    }
}
