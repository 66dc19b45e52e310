package com.allleads.rest.hosting;

import com.allleads.rest.request.ApiRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.servlet.ServletConfig;
import javax.servlet.http.HttpServletResponse;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.transport.http.AbstractHTTPDestination;

/** A resource that is served below its prefix. */
public final class ServedResource {

    /** Where CXF looks for the part of the path that it is not to match. */
    private static final String ADDRESS = "org.apache.cxf.transport.endpoint.address";

    private static final int ALL = Integer.MAX_VALUE;

    private final String prefix;
    private final Class<?> type;
    private final Server server;
    private final AbstractHTTPDestination destination;

    /** Each request holds one permit while it is under way; whoever holds all knows that none is. */
    private final Semaphore underWay = new Semaphore(ALL);

    ServedResource(String prefix, Class<?> type, Server server) {
        this.prefix = prefix;
        this.type = type;
        this.server = server;
        this.destination = (AbstractHTTPDestination) server.getDestination();
    }

    /** The prefix below {@code /api/v1}. */
    public String prefix() {
        return prefix;
    }

    /** The annotated class. */
    public Class<?> type() {
        return type;
    }

    /** Whether the prefix is the path or its beginning up to a slash. */
    boolean matches(String path) {
        return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }

    /**
     * Answers a request.
     *
     * @return false where the resource went meanwhile and nothing was answered
     */
    public boolean answer(ServletConfig servlet, ApiRequest request, HttpServletResponse response) throws IOException {
        if (!underWay.tryAcquire()) {
            return false;
        }
        try {
            request.setAttribute(ADDRESS, request.getContextPath() + request.getServletPath() + prefix);
            destination.invoke(servlet, servlet.getServletContext(), request, response);
            return true;
        } finally {
            underWay.release();
        }
    }

    /**
     * Ends the server when its requests are done, or the time is up. No new ones may come in any more.
     *
     * @return whether all were done
     */
    boolean close(Duration patience) {
        boolean done = false;
        try {
            done = underWay.tryAcquire(ALL, patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ContextLoader.ofCxf(() -> {
            server.destroy();
            return null;
        });
        return done;
    }
}
