package com.allleads.itests.browser;

import com.allleads.itests.outside.Site;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Visits to pages by plain HTTP, with the cookies that a browser has at the time. */
final class Visits {

    private static final int SAMPLES = 7;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    private final Site site;
    private final String cookies;

    private Visits(Site site, String cookies) {
        this.site = site;
        this.cookies = cookies;
    }

    static Visits as(Browser browser, Site site) {
        return new Visits(
                site,
                browser.cookies().stream()
                        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; ")));
    }

    int status(String path) {
        HttpRequest request = HttpRequest.newBuilder(site.address(path))
                .header("Cookie", cookies)
                .timeout(Duration.ofSeconds(30))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new AssertionError("no answer from " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How long a page takes: the median over several visits. */
    Duration typicalTime(String path) {
        return median(IntStream.range(0, SAMPLES)
                .mapToObj(sample -> {
                    long begin = System.nanoTime();
                    status(path);
                    return Duration.ofNanos(System.nanoTime() - begin);
                })
                .toList());
    }

    static Duration median(List<Duration> times) {
        List<Duration> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
