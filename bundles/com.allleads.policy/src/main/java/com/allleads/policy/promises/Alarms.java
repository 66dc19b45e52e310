package com.allleads.policy.promises;

import com.allleads.api.notification.OperatorMail;
import com.allleads.policy.promises.PromiseHistory.Owed;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Tells the operator by mail of each promise that was found broken, once the channel takes it, also after a restart. */
@Component(service = Alarms.class)
public final class Alarms {

    private final PromiseHistory history;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile OperatorMail mail;

    @Activate
    public Alarms(@Reference PromiseHistory history) {
        this.history = history;
    }

    /**
     * Tells of what nobody was told of yet. What the channel does not take is owed until the next call.
     *
     * @param address whom to tell
     */
    void tell(String address) {
        OperatorMail present = mail;
        List<Owed> owed = history.untold();
        if (present == null || owed.isEmpty()) {
            return;
        }
        String id = "promise-alarm-" + owed.get(owed.size() - 1).id();
        if (present.send(id, address, subject(owed), text(owed))) {
            history.told(owed, Instant.now());
        }
    }

    private static String subject(List<Owed> owed) {
        List<String> promises = owed.stream().map(Owed::promise).distinct().toList();
        return promises.size() == 1
                ? "Broken promise: " + promises.get(0)
                : promises.size() + " broken promises: " + String.join(", ", promises);
    }

    private static String text(List<Owed> owed) {
        return owed.stream()
                .map(alarm -> alarm.promise() + " was found broken at "
                        + alarm.turn().at() + ".\n" + alarm.turn().evidence() + "\n")
                .collect(Collectors.joining(
                        "\n", "", "\nallleads:promise ID on the console shows the evidence as it is now.\n"));
    }
}
