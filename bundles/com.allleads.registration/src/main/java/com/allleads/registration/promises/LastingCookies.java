package com.allleads.registration.promises;

import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PromiseCheck;
import com.allleads.api.registration.SessionCookie;
import com.allleads.api.registration.Sessions.Session;
import com.allleads.registration.sessions.StoredSessions;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Promise {@code cookies.persistent}, as far as cookies keep people signed in: each has a stated end, which is that of its
 * session and within a year. That none follows interests without consent is for tracking to show.
 */
@Component(service = PromiseCheck.class)
public final class LastingCookies implements PromiseCheck {

    /** No setting lets a session last longer. */
    private static final Duration LONGEST = Duration.ofDays(365);

    private static final Pattern AGE = Pattern.compile("; Max-Age=(\\d{1,18})(;|$)");

    private final StoredSessions sessions;

    @Activate
    public LastingCookies(@Reference StoredSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public String promise() {
        return "cookies.persistent";
    }

    @Override
    public Evidence count() {
        AtomicLong looked = new AtomicLong();
        AtomicLong endless = new AtomicLong();
        sessions.each(session -> {
            if (session.remembered()) {
                looked.incrementAndGet();
                if (!hasStatedEnd(session)) {
                    endless.incrementAndGet();
                }
            }
        });
        return Evidence.none(
                "signInCookiesWithoutAStatedEnd",
                endless.get(),
                "signInCookiesThatStay",
                looked.get(),
                "Every cookie that keeps somebody signed in was asked for by them and has a stated end; it can be removed"
                        + " in the browser, by signing out, and among the person's devices.");
    }

    private static boolean hasStatedEnd(Session session) {
        Matcher age = AGE.matcher(SessionCookie.set("token", session.keepUntil(), true));
        Duration left = Duration.between(Instant.now(), session.expires());
        return left.compareTo(LONGEST) <= 0
                && age.find()
                && Long.parseLong(age.group(1)) <= Math.max(1, left.toSeconds() + 1);
    }
}
