package com.allleads.vault.promises;

import com.allleads.api.consent.Consent;
import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PromiseCheck;
import com.allleads.vault.persons.DeclaredFields;
import com.allleads.vault.persons.DeclaredFields.DeclaredField;
import com.allleads.vault.persons.Values;
import com.allleads.vault.persons.Values.FieldCount;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code collection.points}: every stored value is of a field that the point where it was collected declared. */
@Component(service = PromiseCheck.class)
public final class DeclaredCollection implements PromiseCheck {

    private final Values values;
    private final DeclaredFields declared;
    private final Consent consent;

    @Activate
    public DeclaredCollection(
            @Reference Values values, @Reference DeclaredFields declared, @Reference Consent consent) {
        this.values = values;
        this.declared = declared;
        this.consent = consent;
    }

    @Override
    public String promise() {
        return "collection.points";
    }

    @Override
    public Evidence count() {
        Set<DeclaredField> known = declared.all();
        consent.points().forEach(point -> point.fields()
                .forEach(field -> known.add(new DeclaredField(point.id(), field.name()))));
        List<FieldCount> counts = values.counts();
        long undeclared = counts.stream()
                .filter(count -> !known.contains(new DeclaredField(count.point(), count.field())))
                .mapToLong(FieldCount::held)
                .sum();
        long all = counts.stream().mapToLong(FieldCount::held).sum();
        return Evidence.none(
                "valuesWithoutDeclaration",
                undeclared,
                "values",
                all,
                "Stored values of a field that the collection point where it was entered did not declare.");
    }
}
