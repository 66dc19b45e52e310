package com.allleads.rest.testing;

import com.allleads.api.rest.RestResource;
import com.allleads.rest.ApiServlet;
import com.allleads.rest.RequestMeters;
import com.allleads.rest.RestSettings;
import com.allleads.rest.TestSettings;
import com.allleads.rest.access.TestAccess;
import com.allleads.rest.hosting.InstalledResources;
import com.allleads.rest.hosting.TestHosting;
import com.allleads.rest.limits.TokenBuckets;
import com.allleads.rest.request.RequestReader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.rules.ExternalResource;
import org.osgi.framework.ServiceReference;

/** The whole of REST on a real server, without a framework around it; and a client of it. */
public final class Api extends ExternalResource {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final RestSettings settings;
    private final Services services = new Services();
    private final KnownSessions sessions = new KnownSessions();
    private final Map<String, RestResource> resources = new LinkedHashMap<>();
    private KnownOperators operators;
    private Server server;
    private TestHosting hosting;
    private InstalledResources installed;

    public Api() {
        this(Map.of());
    }

    /** With some keys configured; each by the name of its method. */
    public Api(Map<String, ?> configured) {
        this.settings = TestSettings.of(configured);
    }

    /** Serves a resource from the beginning. */
    public Api with(String prefix, RestResource resource) {
        resources.put(prefix, resource);
        return this;
    }

    @Override
    protected void before() throws Exception {
        TokenBuckets limits = new TokenBuckets(settings);
        operators = new KnownOperators(limits);
        hosting = new TestHosting(services.context(), TestAccess.recognition(sessions, operators), limits, settings);
        installed = hosting.resources();
        resources.forEach((prefix, resource) -> hosting.add(services.register(prefix, 0, resource)));
        server = new Server(0);
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(
                new ServletHolder(new ApiServlet(new RequestReader(settings), installed, new RequestMeters())),
                "/api/v1/*");
        server.setHandler(context);
        server.start();
    }

    @Override
    protected void after() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        hosting.stop();
    }

    public Services services() {
        return services;
    }

    public RestSettings settings() {
        return settings;
    }

    public KnownSessions sessions() {
        return sessions;
    }

    public KnownOperators operators() {
        return operators;
    }

    public InstalledResources installed() {
        return installed;
    }

    public void add(ServiceReference<RestResource> reference) {
        hosting.add(reference);
    }

    public void remove(ServiceReference<RestResource> reference) {
        hosting.remove(reference);
    }

    public URI address(String path) {
        return URI.create("http://localhost:" + server.getURI().getPort() + "/api/v1" + path);
    }

    public Call get(String path) {
        return call("GET", path);
    }

    public Call post(String path, String json) {
        return call("POST", path).body(json).header("Content-Type", "application/json");
    }

    public Call call(String method, String path) {
        return new Call(HttpRequest.newBuilder(address(path)).timeout(Duration.ofSeconds(30)), method);
    }

    /** A request that is being put together. */
    public static final class Call {

        private final HttpRequest.Builder request;
        private final String method;
        private BodyPublisher body = BodyPublishers.noBody();

        private Call(HttpRequest.Builder request, String method) {
            this.request = request;
            this.method = method;
        }

        public Call header(String name, String value) {
            request.header(name, value);
            return this;
        }

        public Call bearer(String token) {
            return header("Authorization", "Bearer " + token);
        }

        public Call body(String text) {
            body = BodyPublishers.ofString(text);
            return this;
        }

        public Call bytes(byte[] bytes) {
            body = BodyPublishers.ofByteArray(bytes);
            return this;
        }

        /** Sends the body without saying how long it is. */
        public Call chunked(String text) {
            body = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            return this;
        }

        public Answer send() {
            try {
                return new Answer(HTTP.send(request.method(method, body).build(), BodyHandlers.ofString()));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String text() {
            return response.body();
        }

        public Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        public JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new IllegalStateException("no JSON: " + response.body(), e);
            }
        }

        @Override
        public String toString() {
            return status() + " " + response.headers().map() + " " + text();
        }
    }
}
