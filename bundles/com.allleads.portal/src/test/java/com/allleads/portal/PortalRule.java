package com.allleads.portal;

import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.portal.assets.Assets;
import com.allleads.portal.assets.AssetsServlet;
import com.allleads.portal.session.FormMarks;
import com.allleads.portal.session.KnownPeople;
import com.allleads.portal.session.Notices;
import com.allleads.portal.session.OptOutSignals;
import com.allleads.portal.session.PortalKey;
import com.allleads.portal.session.TestKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.rules.ExternalResource;
import org.junit.rules.TemporaryFolder;

/** The portal on a real HTTP server, with pages that a test installs. */
final class PortalRule extends ExternalResource {

    static final String FORM = "application/x-www-form-urlencoded";

    final KnownPeople people = new KnownPeople();
    final InstalledPages pages = new InstalledPages(null);

    private final TemporaryFolder folder = new TemporaryFolder();
    private final AtomicLong ids = new AtomicLong();
    private final HttpClient client = HttpClient.newHttpClient();
    private Server server;
    private PortalServlet servlet;
    private FormMarks marks;
    private Assets assets;

    @Override
    protected void before() throws Throwable {
        folder.create();
        PortalKey key = TestKey.in(folder.getRoot().toPath());
        marks = new FormMarks(key);
        assets = new Assets();
        PortalSettings settings = new PortalSettings(new Defaults());
        PageFrame frame = new PageFrame(pages, marks, assets, settings);
        Portal portal = new Portal(pages, people.visitors(), marks, new Notices(key), frame, new OptOutSignals());
        servlet = new PortalServlet(portal, frame, settings);
        server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(servlet), "/*");
        context.addServlet(new ServletHolder(new AssetsServlet(assets)), "/assets/*");
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
        folder.delete();
    }

    PortalServlet servlet() {
        return servlet;
    }

    Assets assets() {
        return assets;
    }

    /** The mark that forms of this session have. */
    String mark(String token) {
        return marks.mark(people.visitors().recognise(Optional.of(token), Optional.empty(), false));
    }

    /** The mark that forms of this operator's session have. */
    String operatorMark(String token) {
        return marks.mark(people.visitors().recognise(Optional.of(token), Optional.empty(), true));
    }

    PageReference<Page> install(String path, Access.Role access, Function<PageRequest, PageAnswer> behaviour) {
        return install(0, PageInfo.inMenu(path, "Title of " + path, access, "Label of " + path, 1), behaviour);
    }

    PageReference<Page> install(int ranking, PageInfo info, Function<PageRequest, PageAnswer> behaviour) {
        return install(ranking, new Page() {
            @Override
            public PageInfo info() {
                return info;
            }

            @Override
            public PageAnswer handle(PageRequest request) {
                return behaviour.apply(request);
            }
        });
    }

    PageReference<Page> install(int ranking, Page page) {
        PageReference<Page> reference = new PageReference<>(ranking, ids.incrementAndGet());
        pages.add(reference, page);
        return reference;
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        return send(request(path, headers).header("Content-Type", FORM).POST(BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    int port() {
        return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The settings of a site that nobody configured. */
    private static final class Defaults implements PortalConfiguration {

        @Override
        public String site_name() {
            return "AllLeads";
        }

        @Override
        public int form_limit_kilobytes() {
            return 8;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return PortalConfiguration.class;
        }
    }
}
