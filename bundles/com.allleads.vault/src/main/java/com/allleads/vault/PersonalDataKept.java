package com.allleads.vault;

import com.allleads.api.policy.RetentionSource;
import com.allleads.vault.retention.StatedRetention;
import com.allleads.vault.retention.StatedRetention.Stated;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How long personal data is kept, field by field; fields of which the same is true stand together. */
@Component
public final class PersonalDataKept implements RetentionSource {

    private final StatedRetention retention;

    @Activate
    public PersonalDataKept(@Reference StatedRetention retention) {
        this.retention = retention;
    }

    @Override
    public List<Kept> kept() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        retention.all().forEach(stated -> fields.computeIfAbsent(howLong(stated), first -> new ArrayList<>())
                .add(label(stated.field())));
        List<Kept> kept = new ArrayList<>();
        fields.forEach((howLong, labels) ->
                kept.add(new Kept("Your " + labels.stream().distinct().collect(Collectors.joining(", ")), howLong)));
        kept.add(new Kept(
                "The record of who used your data",
                "For good, under a random number instead of your name; it names fields and never what stood in them."));
        return List.copyOf(kept);
    }

    private static String howLong(Stated stated) {
        String time = stated.whileOpen()
                ? "Until you change it or have it erased, and for " + stated.days()
                        + " days after you deactivate your account. "
                : "For " + stated.days() + " days at most. ";
        return time + stated.why();
    }

    /** {@code billingAddress.street} is a billing address; {@code email.pending} a pending email. */
    private static String label(String field) {
        String[] parts = field.split("\\.", 2);
        String name = parts[0].replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return parts.length == 1 || name.endsWith("address") ? name : parts[1] + " " + name;
    }
}
