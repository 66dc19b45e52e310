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
import com.allleads.api.vault.Vault;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who used which data of the person who is signed in, in words; newest first. */
@Component(service = Page.class)
public final class UsesPage implements Page {

    private static final int PER_PAGE = 50;

    private final Vault vault;
    private final Consent consent;

    @Activate
    public UsesPage(@Reference Vault vault, @Reference Consent consent) {
        this.vault = vault;
        this.consent = consent;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu("/account/uses", "Who used your data", Access.Role.PERSON, "Uses", 150);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        Optional<String> cursor = request.parameter("cursor");
        Slice<Use> uses = uses(request.caller().requirePerson(), cursor);
        Map<String, Object> model = new HashMap<>();
        model.put("uses", uses.items().stream().map(this::shown).toList());
        model.put("purposes", purposes(uses.items()));
        model.put("next", uses.next());
        model.put("later", cursor.isPresent());
        return PageAnswer.show(UsesPage.class, "uses.ftl", model);
    }

    private Slice<Use> uses(PersonId person, Optional<String> cursor) {
        try {
            return vault.uses(person, PER_PAGE, cursor);
        } catch (IllegalArgumentException unknown) {
            throw Paging.badCursor();
        }
    }

    private ShownUse shown(Use use) {
        return new ShownUse(
                use.at(),
                who(use.recipient()),
                use.fields(),
                consent.purpose(use.purpose()).map(Purpose::title).orElse(use.purpose()));
    }

    /** What the purposes in the list mean; those that are not followed any more are left out. */
    private List<Purpose> purposes(List<Use> uses) {
        return uses.stream()
                .map(Use::purpose)
                .distinct()
                .flatMap(id -> consent.purpose(id).stream())
                .toList();
    }

    private static String who(Recipient recipient) {
        return switch (recipient.kind()) {
            case PERSON -> "You";
            case PLATFORM -> "The site itself (" + recipient.name() + ")";
            case OPERATOR -> "An operator of the site (" + recipient.name() + ")";
            case OUTSIDE -> "An outside company: " + recipient.name();
        };
    }

    /**
     * A use as it is shown.
     *
     * @param at when
     * @param who who got the data
     * @param fields which fields
     * @param purpose what for, in a few words
     */
    public record ShownUse(Instant at, String who, List<String> fields, String purpose) {}
}
