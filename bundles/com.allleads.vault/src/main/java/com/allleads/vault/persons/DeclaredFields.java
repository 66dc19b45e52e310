package com.allleads.vault.persons;

import com.allleads.api.consent.CollectionPoint;
import com.allleads.api.consent.CollectionPoint.AskedField;
import com.allleads.vault.keys.Duplicates;
import java.util.HashSet;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Remembers which fields each collection point ever declared, so that a value stays explained when its point is not
 * installed any more.
 */
@Component(service = DeclaredFields.class)
public final class DeclaredFields {

    private final Jdbi jdbi;

    @Activate
    public DeclaredFields(@Reference(target = "(&(schema=com.allleads.vault)(datasource=allleads))") Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(CollectionPoint point) {
        Set<DeclaredField> known = all();
        for (AskedField asked : point.fields()) {
            DeclaredField field = new DeclaredField(point.id(), asked.name());
            if (!known.contains(field)) {
                remember(field);
            }
        }
    }

    public void remove(CollectionPoint point) {
        // What was declared stays declared.
    }

    /** Everything that was ever declared. */
    public Set<DeclaredField> all() {
        return new HashSet<>(
                jdbi.withHandle(handle -> handle.createQuery("SELECT point, field FROM vault_declared_field")
                        .map((row, context) -> new DeclaredField(row.getString("point"), row.getString("field")))
                        .list()));
    }

    private void remember(DeclaredField field) {
        try {
            jdbi.useHandle(handle -> handle.createUpdate("INSERT INTO vault_declared_field (point, field,"
                            + " declared_at) VALUES (:point, :field, :now)")
                    .bind("point", field.point())
                    .bind("field", field.field())
                    .bind("now", System.currentTimeMillis())
                    .execute());
        } catch (UnableToExecuteStatementException e) {
            // Another node may have been faster.
            if (!Duplicates.caused(e)) {
                throw e;
            }
        }
    }

    /**
     * A field of a collection point.
     *
     * @param point the point
     * @param field the field
     */
    public record DeclaredField(String point, String field) {}
}
