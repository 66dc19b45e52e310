package com.allleads.channel.smtp;

import com.sun.mail.smtp.SMTPTransport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.Transport;
import javax.mail.URLName;

/** Connections to the server, kept open for the next message. Safe for use by many threads. */
final class Connections {

    /** After so long the server may have hung up; it is asked first. */
    private static final long ASK_AFTER_NANOS = TimeUnit.SECONDS.toNanos(5);
    /** So that nothing is open while there is nothing to send. */
    private static final long CLOSE_AFTER_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final SmtpSettings settings;
    private final Session session;
    private final Deque<Idle> idle = new ArrayDeque<>();
    private boolean closed;

    Connections(SmtpSettings settings, Session session) {
        this.settings = settings;
        this.session = session;
    }

    /** A connection that is ready, an open one where there is one. */
    SMTPTransport take() throws MessagingException {
        for (Optional<Idle> next = last(); next.isPresent(); next = last()) {
            Idle found = next.get();
            if (System.nanoTime() - found.since() < ASK_AFTER_NANOS
                    || found.transport().isConnected()) {
                return found.transport();
            }
            quit(found.transport());
        }
        return connect();
    }

    /** Keeps a connection on which nothing went wrong. */
    void giveBack(SMTPTransport transport) {
        synchronized (this) {
            if (!closed) {
                idle.addLast(new Idle(transport, System.nanoTime()));
                return;
            }
        }
        quit(transport);
    }

    /** Closes a connection without asking the server. */
    static void quit(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // It is closed on our side in any case.
        }
    }

    /** Closes those that nobody needed for a while. */
    void closeIdle() {
        long now = System.nanoTime();
        List<Idle> unneeded = new ArrayList<>();
        synchronized (this) {
            for (Iterator<Idle> all = idle.iterator(); all.hasNext(); ) {
                Idle one = all.next();
                if (now - one.since() > CLOSE_AFTER_NANOS) {
                    all.remove();
                    unneeded.add(one);
                }
            }
        }
        unneeded.forEach(one -> quit(one.transport()));
    }

    /** Closes all; those in use when they are given back. */
    void close() {
        List<Idle> all;
        synchronized (this) {
            closed = true;
            all = List.copyOf(idle);
            idle.clear();
        }
        all.forEach(one -> quit(one.transport()));
    }

    private synchronized Optional<Idle> last() {
        return Optional.ofNullable(idle.pollLast());
    }

    private SMTPTransport connect() throws MessagingException {
        SMTPTransport transport =
                new SMTPTransport(session, new URLName("smtp", settings.host(), settings.port(), null, null, null));
        String user = settings.login().map(SmtpSettings.Login::user).orElse(null);
        String password = settings.login().map(SmtpSettings.Login::password).orElse(null);
        transport.connect(settings.host(), settings.port(), user, password);
        return transport;
    }

    private record Idle(SMTPTransport transport, long since) {}
}
