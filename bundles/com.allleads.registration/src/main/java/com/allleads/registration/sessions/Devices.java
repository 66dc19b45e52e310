package com.allleads.registration.sessions;

import com.allleads.api.person.PersonId;
import com.allleads.api.registration.Sessions.Session;
import com.allleads.api.rest.Caller;
import com.allleads.registration.sessions.StoredSessions.HeldSession;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where a person is signed in. */
@Component(service = Devices.class)
public final class Devices {

    private final StoredSessions sessions;

    @Activate
    public Devices(@Reference StoredSessions sessions) {
        this.sessions = sessions;
    }

    /** The devices of who calls, the one that signed in last first. */
    public List<SignedInDevice> of(Caller caller) {
        Optional<String> current = current(caller);
        return sessions.of(caller.requirePerson()).stream()
                .map(session -> SignedInDevice.of(session, current))
                .toList();
    }

    /**
     * Signs a device out.
     *
     * @return false where the person has no such session
     */
    public boolean end(PersonId person, String id) {
        return sessions.end(person, id);
    }

    /** Signs every device out but the one that calls; answers how many. */
    public int endOthers(Caller caller) {
        return sessions.endOthers(caller.requirePerson(), current(caller).orElse(""));
    }

    private Optional<String> current(Caller caller) {
        return caller.session().flatMap(sessions::find).map(Session::id);
    }

    /**
     * A device on which a person is signed in.
     *
     * @param id names the session
     * @param browser the kind of browser, where it is known
     * @param system the kind of system, where it is known
     * @param begunAt when they signed in
     * @param usedOn the day of the last use, at its beginning
     * @param expiresAt when the session ends at the latest
     * @param remembered whether they asked to stay signed in
     * @param current whether it is the one that asks
     */
    public record SignedInDevice(
            String id,
            Optional<String> browser,
            Optional<String> system,
            Instant begunAt,
            Instant usedOn,
            Instant expiresAt,
            boolean remembered,
            boolean current) {

        static SignedInDevice of(HeldSession session, Optional<String> current) {
            return new SignedInDevice(
                    session.id(),
                    session.device().browserName(),
                    session.device().systemName(),
                    session.begunAt(),
                    session.usedOn().atStartOfDay(ZoneOffset.UTC).toInstant(),
                    session.expiresAt(),
                    session.remembered(),
                    current.filter(session.id()::equals).isPresent());
        }
    }
}
