package com.allleads.notification.dispatch;

import com.allleads.api.config.Setting;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;

/** The configuration, checked. */
record DispatchSettings(
        String siteName, String siteUrl, int attempts, int threads, int batch, Duration lease, Duration poll) {

    private static final int LONGEST_NAME = 100;

    static DispatchSettings of(DispatchConfiguration configuration) {
        Setting setting = Setting.of(Dispatcher.PID);
        return new DispatchSettings(
                name(setting, configuration.site_name()),
                url(setting, configuration.site_url()),
                setting.between("attempts", configuration::attempts, 1, 1_000),
                setting.between("threads", configuration::threads, 1, 64),
                setting.between("batch", configuration::batch, 1, 1_000),
                Duration.ofSeconds(setting.between("lease.seconds", configuration::lease_seconds, 90, 3_600)),
                Duration.ofMillis(setting.between("poll.millis", configuration::poll_millis, 50, 60_000)));
    }

    private static String name(Setting setting, String name) {
        String present = setting.present("site.name", name);
        if (present.length() > LONGEST_NAME) {
            throw setting.refuse("site.name", "must be at most " + LONGEST_NAME + " characters");
        }
        return present;
    }

    private static String url(Setting setting, String url) {
        String present = setting.present("site.url", url);
        try {
            URI uri = new URI(present);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (web && uri.getHost() != null && !present.endsWith("/")) {
                return present;
            }
        } catch (URISyntaxException e) {
            // Refused below, with the key's name.
        }
        throw setting.refuse("site.url", "must be an http or https address without a slash at the end");
    }
}
