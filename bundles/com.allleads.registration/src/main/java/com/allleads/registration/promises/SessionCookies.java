package com.allleads.registration.promises;

import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PromiseCheck;
import com.allleads.api.registration.SessionCookie;
import com.allleads.api.registration.Sessions.Session;
import com.allleads.registration.sessions.StoredSessions;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Promise {@code cookies.session}: the cookie of whoever did not ask to stay signed in ends with the browser session. The
 * cookie of every session that lasts is made as the site makes it, and looked at.
 */
@Component(service = PromiseCheck.class)
public final class SessionCookies implements PromiseCheck {

    /** No setting lets the session of a browser last longer. */
    private static final Duration LONGEST = Duration.ofDays(7);

    private final StoredSessions sessions;

    @Activate
    public SessionCookies(@Reference StoredSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public String promise() {
        return "cookies.session";
    }

    @Override
    public Evidence count() {
        AtomicLong looked = new AtomicLong();
        AtomicLong lasting = new AtomicLong();
        sessions.each(session -> {
            if (!session.remembered()) {
                looked.incrementAndGet();
                if (hasExpiry(session) || outlivesTheLongest(session)) {
                    lasting.incrementAndGet();
                }
            }
        });
        return Evidence.none(
                "sessionCookiesWithAnExpiry",
                lasting.get(),
                "sessionCookies",
                looked.get(),
                "The cookie of whoever did not ask to stay signed in has no expiry: it ends with the browser session. The"
                        + " session itself ends within a week, should the browser stay open.");
    }

    private static boolean hasExpiry(Session session) {
        String cookie = SessionCookie.set("token", session.keepUntil(), true).toLowerCase(Locale.ROOT);
        return cookie.contains("max-age=") || cookie.contains("expires=");
    }

    private static boolean outlivesTheLongest(Session session) {
        return session.expires().isAfter(Instant.now().plus(LONGEST));
    }
}
