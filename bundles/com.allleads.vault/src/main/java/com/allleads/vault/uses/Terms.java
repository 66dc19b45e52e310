package com.allleads.vault.uses;

import com.allleads.api.consent.LegalBasis;
import com.allleads.api.vault.Field;
import com.allleads.api.vault.Recipient;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * On which terms data is used, without whose it is: few of them are behind very many uses. Plain texts, so that also terms that were
 * tampered with can be read and compared.
 *
 * @param fields which fields, separated by commas
 * @param purpose what for
 * @param basis why that was allowed, the name of a {@link LegalBasis}
 * @param recipientKind who got it, the name of a {@link Recipient.Kind}
 * @param recipientName who exactly
 */
record Terms(String fields, String purpose, String basis, String recipientKind, String recipientName) {

    private static final String SEPARATOR = ",";

    /** The columns that {@link #read} reads. */
    static final String COLUMNS = "t.fields, t.purpose, t.basis, t.recipient_kind, t.recipient_name";

    /** Uses with their terms; those whose terms are gone are left out. */
    static final String USES = " FROM vault_use u JOIN vault_use_terms t ON t.id = u.terms";

    /** How several fields are written down. */
    static String join(List<String> fields) {
        return String.join(SEPARATOR, fields);
    }

    /** From a row that has {@link #COLUMNS}; what it lacks is empty. */
    static Terms read(ResultSet row) throws SQLException {
        return new Terms(
                text(row, "fields"),
                text(row, "purpose"),
                text(row, "basis"),
                text(row, "recipient_kind"),
                text(row, "recipient_name"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    /** The names of the fields. */
    List<String> fieldNames() {
        return List.of(fields.split(SEPARATOR));
    }

    /** Whether a field is among them. */
    boolean holds(Field field) {
        return fieldNames().contains(field.name());
    }

    /** Who got it. */
    Recipient recipient() {
        return new Recipient(Recipient.Kind.valueOf(recipientKind), recipientName);
    }
}
