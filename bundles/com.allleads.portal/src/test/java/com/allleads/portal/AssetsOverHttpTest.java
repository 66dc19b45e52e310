package com.allleads.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.Rule;
import org.junit.Test;

public class AssetsOverHttpTest {

    @Rule
    public final PortalRule portal = new PortalRule();

    @Test
    public void mayBeKeptForEver() {
        HttpResponse<String> answer = portal.get(portal.assets().folder() + "/site.css");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/css;charset=UTF-8");
    }

    @Test
    public void comesPackedToWhoeverUnpacks() {
        HttpResponse<String> answer = portal.get(portal.assets().folder() + "/pico.css", "Accept-Encoding", "gzip, br");

        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(answer.headers().firstValueAsLong("Content-Length").orElseThrow())
                .isLessThan(20_000);
    }

    @Test
    public void anUnknownOneIsNotFound() {
        assertThat(portal.get("/assets/0/pico.css").statusCode()).isEqualTo(404);
        assertThat(portal.get("/assets/").statusCode()).isEqualTo(404);
    }
}
