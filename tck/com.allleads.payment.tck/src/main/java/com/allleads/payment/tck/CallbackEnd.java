package com.allleads.payment.tck;

import com.allleads.spi.payment.CallbackMessage;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Where call-backs arrive, as on the platform: every charge is given an address of its own. */
final class CallbackEnd implements AutoCloseable {

    private static final String PATH = "/callbacks/";
    private static final int NO_CONTENT = 204;

    private final HttpServer server;
    private final Map<String, CallbackMessage> arrived = new ConcurrentHashMap<>();

    CallbackEnd() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(PATH, this::take);
        server.start();
    }

    /** The address for call-backs about a charge. */
    URI address(String key) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH + key);
    }

    /** What arrived first about a charge. */
    Optional<CallbackMessage> about(String key) {
        return Optional.ofNullable(arrived.get(key));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, List<String>> headers = new HashMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
            byte[] body = exchange.getRequestBody().readAllBytes();
            arrived.putIfAbsent(
                    exchange.getRequestURI().getPath().substring(PATH.length()), new CallbackMessage(headers, body));
            exchange.sendResponseHeaders(NO_CONTENT, -1);
        }
    }
}
