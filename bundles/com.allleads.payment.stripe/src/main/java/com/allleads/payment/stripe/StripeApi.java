package com.allleads.payment.stripe;

import com.allleads.payment.stripe.Answer.Refused;
import com.allleads.payment.stripe.Answer.Said;
import com.allleads.payment.stripe.Answer.Silence;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The API over HTTP. Whatever happens is an {@link Answer}; nothing that acts is tried twice. Safe for use by many threads.
 */
final class StripeApi {

    private static final Logger LOG = LoggerFactory.getLogger(StripeApi.class);
    private static final Duration CONNECT = Duration.ofSeconds(4);
    private static final int BAD_REQUEST = 400;
    private static final int SERVER_ERROR = 500;

    private final StripeSettings settings;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    StripeApi(StripeSettings settings) {
        this.settings = settings;
    }

    /** How long a call of the platform may take, with all requests that it needs. */
    Deadline deadline() {
        return Deadline.in(settings.callTime());
    }

    Answer get(Deadline deadline, String path, Parameters query) {
        return send(deadline, request(path + "?" + query.encoded()).GET());
    }

    /**
     * Posts.
     *
     * @param idempotencyKey under which Stripe does it once, for a day at least
     */
    Answer post(Deadline deadline, String path, String idempotencyKey, Parameters form) {
        return send(
                deadline,
                request(path)
                        .header("Idempotency-Key", idempotencyKey)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form.encoded())));
    }

    private HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(settings.api() + pathAndQuery))
                .header("Authorization", "Bearer " + settings.secretKey().reveal())
                .header("Stripe-Version", settings.apiVersion());
    }

    /** Waits for the whole answer, as the client's own time-out ends with the first bytes of it. */
    private Answer send(Deadline deadline, HttpRequest.Builder request) {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request.build(), BodyHandlers.ofByteArray());
        try {
            return read(answer.get(deadline.left().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new Silence("Stripe did not answer in time");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new Silence("the call was interrupted");
        } catch (ExecutionException e) {
            // The cause alone: its message may quote what was sent.
            return new Silence("the connection to Stripe failed with "
                    + e.getCause().getClass().getSimpleName());
        }
    }

    private Answer read(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status >= SERVER_ERROR) {
            return new Silence("Stripe answered " + status);
        }
        JsonNode body;
        try {
            body = json.readTree(response.body());
        } catch (IOException e) {
            return new Silence("Stripe answered " + status + " with what cannot be read");
        }
        if (status < BAD_REQUEST) {
            return status < 300 && body.isObject() && body.hasNonNull("object")
                    ? new Said(body)
                    : new Silence("Stripe answered " + status + " with something else than an object");
        }
        if (!body.path("error").isObject()) {
            return new Silence("Stripe answered " + status + " without an error");
        }
        Refused refused = new Refused(status, body.path("error"));
        if (status == 401 || status == 403) {
            LOG.error("Stripe answered {}: look at secret.key in {}.cfg", refused, StripeSettings.PID);
        }
        return refused;
    }
}
