package com.allleads.registration.promises;

import com.allleads.api.notification.Outbox;
import com.allleads.api.person.PersonId;
import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PromiseCheck;
import com.allleads.registration.messages.WelcomeMessage;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Promise {@code messages.welcome}: every account has its welcome message in the outbox. */
@Component(service = PromiseCheck.class)
public final class WelcomeSent implements PromiseCheck {

    private static final int PER_QUERY = 500;

    private final Jdbi jdbi;
    private final Outbox outbox;

    @Activate
    public WelcomeSent(@Reference(target = "(schema=com.allleads.registration)") Jdbi jdbi, @Reference Outbox outbox) {
        this.jdbi = jdbi;
        this.outbox = outbox;
    }

    @Override
    public String promise() {
        return "messages.welcome";
    }

    @Override
    public Evidence count() {
        long accounts = 0;
        long without = 0;
        Optional<String> last = Optional.of("");
        while (last.isPresent()) {
            List<String> people = after(last.get());
            List<String> keys = people.stream()
                    .map(PersonId::parse)
                    .map(WelcomeMessage::key)
                    .toList();
            accounts += people.size();
            without += people.size() - outbox.known(keys).size();
            last = people.isEmpty() ? Optional.empty() : Optional.of(people.get(people.size() - 1));
        }
        return Evidence.none(
                "accountsWithoutWelcome", without, "accounts", accounts, "Every account was sent a welcome message.");
    }

    private List<String> after(String person) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT person FROM registration_account"
                        + " WHERE person > :person ORDER BY person FETCH FIRST " + PER_QUERY + " ROWS ONLY")
                .bind("person", person)
                .mapTo(String.class)
                .list());
    }
}
