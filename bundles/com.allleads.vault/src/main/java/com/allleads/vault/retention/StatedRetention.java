package com.allleads.vault.retention;

import com.allleads.api.consent.CollectionPoint.AskedField;
import com.allleads.api.consent.Consent;
import com.allleads.api.vault.RetentionRules.From;
import com.allleads.api.vault.RetentionRules.Rule;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says of every field that a collection point asks for how long it is kept. */
@Component(service = StatedRetention.class)
public final class StatedRetention {

    private final Consent consent;
    private final Retention retention;

    @Activate
    public StatedRetention(@Reference Consent consent, @Reference Retention retention) {
        this.consent = consent;
        this.retention = retention;
    }

    /** Every field once, by name. */
    public List<Stated> all() {
        return consent.points().stream()
                .flatMap(point -> point.fields().stream())
                .map(AskedField::name)
                .distinct()
                .sorted()
                .map(this::of)
                .toList();
    }

    private Stated of(String field) {
        Rule longest = retention.longest(field);
        return new Stated(
                field, longest.from() == From.DEACTIVATED, longest.time().toDays(), longest.purpose(), longest.why());
    }

    /**
     * How long a field is kept.
     *
     * @param field which field
     * @param whileOpen whether the time begins when the account is deactivated; else when the value is written
     * @param days how many days from then
     * @param purpose what it is needed for so long
     * @param why in one sentence
     */
    public record Stated(String field, boolean whileOpen, long days, String purpose, String why) {}
}
