package com.allleads.policy.acceptance;

import com.allleads.policy.versions.PolicyContent.Use;
import com.allleads.policy.versions.PolicyVersion;
import com.allleads.policy.versions.Versions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which purposes each version added or changed, so that they wait for people to accept it. The first version adds none. */
@Component(service = WaitingPurposes.class)
public final class WaitingPurposes {

    private final Versions versions;
    /** A version never changes, and every reveal asks. */
    private final Map<Integer, Set<String>> changed = new ConcurrentHashMap<>();

    @Activate
    public WaitingPurposes(@Reference Versions versions) {
        this.versions = versions;
    }

    /** The version that added the purpose or changed it last, up to the one in force; 0 where none did. */
    int since(String purpose) {
        for (int number = versions.inForce(); number > 1; number--) {
            if (of(number).contains(purpose)) {
                return number;
            }
        }
        return 0;
    }

    /** The ids of the purposes that a version added or changed. */
    Set<String> of(int number) {
        return number < 2 ? Set.of() : changed.computeIfAbsent(number, this::compare);
    }

    private Set<String> compare(int number) {
        Map<String, Use> before = uses(number - 1);
        return uses(number).values().stream()
                .filter(Use::waits)
                .filter(use -> !isSame(before.get(use.id()), use))
                .map(Use::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A title may change, and what is read may become less. */
    private static boolean isSame(Use before, Use now) {
        return before != null
                && Objects.equals(before.text(), now.text())
                && Objects.equals(before.basis(), now.basis())
                && (before.fields().isEmpty()
                        || (!now.fields().isEmpty() && before.fields().containsAll(now.fields())));
    }

    private Map<String, Use> uses(int number) {
        List<Use> uses = versions.find(number)
                .map(PolicyVersion::content)
                .map(content -> content.lists().purposes())
                .orElse(List.of());
        return uses.stream().collect(Collectors.toMap(Use::id, Function.identity(), (one, other) -> one));
    }
}
