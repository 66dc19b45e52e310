package com.allleads.vault.pages;

import com.allleads.api.consent.Consent;
import com.allleads.api.consent.Purpose;
import com.allleads.api.person.PersonId;
import com.allleads.api.person.Slice;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Paging;
import com.allleads.api.vault.Recipient;
import com.allleads.api.vault.Use;
import com.allleads.vault.uses.UseFilter;
import com.allleads.vault.uses.UseHistory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who used which data of the person who is signed in, in words, day by day; newest first. */
@Component(service = Page.class)
public final class UsesPage implements Page {

    private static final int PER_PAGE = 50;

    private final UseHistory history;
    private final Consent consent;

    @Activate
    public UsesPage(@Reference UseHistory history, @Reference Consent consent) {
        this.history = history;
        this.consent = consent;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu("/account/uses", "uses.title", Access.Role.PERSON, "uses.menu", 150);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        PersonId person = request.caller().requirePerson();
        Optional<String> purpose = request.parameter("purpose");
        Optional<String> recipient = request.parameter("recipient");
        Optional<String> cursor = request.parameter("cursor");
        UseFilter filter = new UseFilter(purpose, recipient.flatMap(UseFilter::recipient));
        Slice<Use> uses = uses(person, filter, cursor);
        Map<String, Object> model = new HashMap<>();
        model.put("days", days(uses.items()));
        model.put("purposes", purposes(uses.items()));
        model.put(
                "byPurpose", history.purposes(person).stream().map(this::choice).toList());
        model.put("byRecipient", history.recipients(person));
        model.put("purpose", purpose);
        model.put("recipient", recipient);
        model.put("next", uses.next());
        model.put("later", cursor.isPresent());
        return PageAnswer.show(UsesPage.class, "uses.ftl", model);
    }

    private Slice<Use> uses(PersonId person, UseFilter filter, Optional<String> cursor) {
        try {
            return history.of(person, filter, PER_PAGE, cursor);
        } catch (IllegalArgumentException unknown) {
            throw Paging.badCursor();
        }
    }

    private List<Day> days(List<Use> uses) {
        Map<Instant, List<ShownUse>> byDay = uses.stream()
                .map(this::shown)
                .collect(Collectors.groupingBy(
                        use -> use.at().truncatedTo(ChronoUnit.DAYS), LinkedHashMap::new, Collectors.toList()));
        return byDay.entrySet().stream()
                .map(day -> new Day(day.getKey(), day.getValue()))
                .toList();
    }

    private ShownUse shown(Use use) {
        return new ShownUse(use.at(), use.recipient(), use.fields(), title(use.purpose()));
    }

    private Choice choice(String purpose) {
        return new Choice(purpose, title(purpose));
    }

    private String title(String purpose) {
        return consent.purpose(purpose).map(Purpose::title).orElse(purpose);
    }

    /** What the purposes in the list mean; those that are not followed any more are left out. */
    private List<Purpose> purposes(List<Use> uses) {
        return uses.stream()
                .map(Use::purpose)
                .distinct()
                .flatMap(id -> consent.purpose(id).stream())
                .toList();
    }

    /**
     * The uses of one day.
     *
     * @param at its beginning
     * @param uses newest first
     */
    public record Day(Instant at, List<ShownUse> uses) {}

    /**
     * A use as it is shown.
     *
     * @param at when
     * @param recipient who got the data
     * @param fields which fields
     * @param purpose what for, in a few words
     */
    public record ShownUse(Instant at, Recipient recipient, List<String> fields, String purpose) {}

    /**
     * One value of a filter.
     *
     * @param value what is sent
     * @param label what is read
     */
    public record Choice(String value, String label) {}
}
