package com.allleads.payment.stripe.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.allleads.payment.tck.Movement;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.rules.ExternalResource;

/**
 * A company in miniature that speaks Stripe's protocol, written from the public API reference: Checkout in setup mode with its
 * page, PaymentIntents with search, refunds, disputes, signed webhooks, idempotency keys; and everything that goes wrong with
 * HTTP, when it is asked for.
 */
public final class StripeDouble extends ExternalResource implements AutoCloseable {

    /** What the site signs in with. */
    public static final String SECRET_KEY = "sk_test_a_secret_only_for_tests";
    /** What webhooks are signed with. */
    public static final String WEBHOOK_SECRET = "whsec_a_secret_only_for_tests";

    private static final Duration SLOW = Duration.ofMillis(500);
    /** Longer than the processor of the tests waits. */
    private static final Duration SILENCE = Duration.ofSeconds(9);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "stripe-double");
        thread.setDaemon(true);
        return thread;
    });
    private final CountDownLatch closing = new CountDownLatch(1);
    private final DoubleBooks books = new DoubleBooks();
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final Queue<Planned> faults = new ConcurrentLinkedQueue<>();
    private final List<DoubleRequest> requests = new CopyOnWriteArrayList<>();
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();

    /** At a port of its own. */
    public StripeDouble() {
        this(0);
    }

    /** At a port. */
    public StripeDouble(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(threads);
        server.createContext("/v1/", this::answer);
        server.createContext("/c/pay/", new DoublePage(books)::answer);
        server.start();
        books.onEvent(events::add);
    }

    @Override
    protected void after() {
        close();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    /** Of the API and the pages. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What it knows. */
    public DoubleBooks books() {
        return books;
    }

    /** The money that moved. */
    public List<Movement> movements() {
        return books.movements();
    }

    /** Everything that was asked, in order. */
    public List<DoubleRequest> requests() {
        return List.copyOf(requests);
    }

    /** All events so far. */
    public List<JsonNode> events() {
        books.settleWhatIsDue();
        return List.copyOf(events);
    }

    /** Lets the next request to a path that begins so go wrong. */
    public void next(String method, String path, Fault fault) {
        faults.add(new Planned(method, path, fault));
    }

    /** A day and more goes by: idempotency keys are forgotten. */
    public void forgetIdempotencyKeys() {
        kept.clear();
    }

    /** A webhook as it is sent at a time, with its signature. */
    public static Webhook webhook(JsonNode event, String secret, Instant at) {
        byte[] body = event.toString().getBytes(UTF_8);
        String time = Long.toString(at.getEpochSecond());
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            String signed = HexFormat.of().formatHex(mac.doFinal((time + "." + event).getBytes(UTF_8)));
            return new Webhook("t=" + time + ",v1=" + signed + ",v0=none", body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does on a page what a person does; where the browser is sent then. */
    public static Optional<String> addCard(URI page, DoubleCard card) throws IOException, InterruptedException {
        String number = "number=" + card.number();
        HttpResponse<String> answer = post(page, number);
        if (card.isConfirmedAtSetUp()) {
            answer = post(page, number + "&confirmed=yes");
        }
        return answer.headers().firstValue("Location");
    }

    private static HttpResponse<String> post(URI page, String form) throws IOException, InterruptedException {
        URI address = URI.create(page.toString().split("#", 2)[0]);
        HttpRequest request = HttpRequest.newBuilder(address)
                .POST(BodyPublishers.ofString(form))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            DoubleRequest request = DoubleRequest.read(exchange);
            requests.add(request);
            Optional<Fault> fault = fault(request);
            if (fault.isPresent() && refusesBefore(exchange, fault.get(), request)) {
                return;
            }
            DoubleAnswer answer = authorized(request) ? idempotent(request) : unauthorized();
            send(exchange, answer, fault.or(() -> silentCard(request)));
        }
    }

    private Optional<Fault> fault(DoubleRequest request) {
        Optional<Planned> planned =
                faults.stream().filter(each -> each.isFor(request)).findFirst();
        if (planned.isPresent() && faults.remove(planned.get())) {
            return planned.map(Planned::fault);
        }
        return card(request).filter(card -> card == DoubleCard.LOST).map(card -> Fault.DROPPED_BEFORE);
    }

    private Optional<Fault> silentCard(DoubleRequest request) {
        return card(request).filter(card -> card == DoubleCard.SILENT).map(card -> Fault.SLOW);
    }

    private Optional<DoubleCard> card(DoubleRequest request) {
        return request.post() && request.path().equals("/v1/payment_intents")
                ? books.cardOf(request.parameter("payment_method"))
                : Optional.empty();
    }

    /** Nothing is done. */
    private boolean refusesBefore(HttpExchange exchange, Fault fault, DoubleRequest request) throws IOException {
        switch (fault) {
            case DROPPED_BEFORE -> {
                return true;
            }
            case RATE_LIMIT -> write(exchange, DoubleAnswer.of(429, "invalid_request_error", "rate_limit"));
            case CONFLICT -> write(exchange, DoubleAnswer.of(409, "idempotency_error", "idempotency_key_in_use"));
            case UNAVAILABLE -> write(exchange, DoubleAnswer.of(503, "api_error", ""));
            case SERVER_ERROR -> {
                DoubleAnswer failed = new DoubleAnswer(500, DoubleAnswer.error("api_error", ""), true);
                request.idempotencyKey()
                        .ifPresent(key -> kept.put(key, new Kept(request.content(), Optional.of(failed))));
                write(exchange, failed);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean authorized(DoubleRequest request) {
        return request.authorization().equals("Bearer " + SECRET_KEY)
                && !request.version().isEmpty();
    }

    private static DoubleAnswer unauthorized() {
        return DoubleAnswer.of(401, "invalid_request_error", "");
    }

    /** The first request with a key is worked on; the same again is answered as it was, another one is refused. */
    private DoubleAnswer idempotent(DoubleRequest request) {
        if (request.idempotencyKey().isEmpty() || !request.post()) {
            return work(request);
        }
        String key = request.idempotencyKey().get();
        Kept before = kept.putIfAbsent(key, new Kept(request.content(), Optional.empty()));
        if (before == null) {
            DoubleAnswer answer = work(request);
            if (answer.kept()) {
                kept.put(key, new Kept(request.content(), Optional.of(answer)));
            } else {
                kept.remove(key);
            }
            return answer;
        }
        if (!before.content().equals(request.content())) {
            return DoubleAnswer.of(400, "idempotency_error", "");
        }
        return before.answer().orElseGet(() -> DoubleAnswer.of(409, "idempotency_error", "idempotency_key_in_use"));
    }

    private DoubleAnswer work(DoubleRequest request) {
        if (card(request).filter(card -> card == DoubleCard.SLOW).isPresent()) {
            pause(SLOW);
        }
        String path = request.path();
        String last = path.substring(path.lastIndexOf('/') + 1);
        if (request.post()) {
            return switch (path) {
                case "/v1/checkout/sessions" ->
                    books.beginSession(request, address().toString());
                case "/v1/payment_intents" -> books.makeIntent(request);
                case "/v1/refunds" -> books.refund(request);
                default ->
                    path.matches("/v1/payment_intents/[^/]+/cancel")
                            ? books.cancelIntent(path.split("/")[3])
                            : DoubleAnswer.missing();
            };
        }
        return switch (path) {
            case "/v1/payment_intents/search" -> books.search(request.parameter("query"));
            case "/v1/payment_intents" -> books.intents(request);
            case "/v1/refunds" -> books.refunds(request.parameter("payment_intent"));
            case "/v1/disputes" -> books.disputes(request.parameter("payment_intent"));
            default -> {
                if (path.startsWith("/v1/payment_methods/")) {
                    yield books.method(last);
                }
                if (path.startsWith("/v1/payment_intents/")) {
                    yield books.intent(last);
                }
                yield books.session(last)
                        .map(session -> DoubleAnswer.ok(session.deepCopy()))
                        .orElseGet(DoubleAnswer::missing);
            }
        };
    }

    private void send(HttpExchange exchange, DoubleAnswer answer, Optional<Fault> fault) throws IOException {
        if (fault.isEmpty()) {
            write(exchange, answer);
        } else if (fault.get() == Fault.BROKEN_JSON) {
            String body = answer.body().toString();
            write(exchange, answer.status(), body.substring(0, body.length() / 2));
        } else if (fault.get() == Fault.SLOW) {
            pause(SILENCE);
            write(exchange, answer);
        }
    }

    private void pause(Duration time) {
        try {
            boolean closed = closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
            if (closed) {
                Thread.currentThread().interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(HttpExchange exchange, DoubleAnswer answer) throws IOException {
        write(exchange, answer.status(), answer.body().toString());
    }

    private static void write(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    /**
     * A webhook.
     *
     * @param signature the header {@code Stripe-Signature}
     * @param body the event
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes are carried, never compared
    public record Webhook(String signature, byte[] body) {}

    private record Planned(String method, String path, Fault fault) {

        boolean isFor(DoubleRequest request) {
            return request.method().equals(method) && request.path().startsWith(path);
        }
    }

    /** What an idempotency key stands for; the answer is absent while it is worked on. */
    private record Kept(String content, Optional<DoubleAnswer> answer) {}
}
