package com.allleads.portal.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Marks the forms that the site itself made. The mark follows from the session, so a forged form cannot have it; a form for
 * whoever is not signed in is marked too, but protected by its origin alone, since there is no session that could be misused.
 */
@Component(service = FormMarks.class)
public final class FormMarks {

    private static final String NOBODY = "form";

    private final PortalKey key;

    @Activate
    public FormMarks(@Reference PortalKey key) {
        this.key = key;
    }

    /** The mark for the forms of a visitor. */
    public String mark(Visitor visitor) {
        return visitor.bond()
                .map(bond -> Base64.getUrlEncoder().withoutPadding().encodeToString(key.derive("form", bond)))
                .orElse(NOBODY);
    }

    /** Whether a form with this mark was made for this visitor. */
    public boolean isOurs(String mark, Visitor visitor) {
        return !visitor.signedIn()
                || MessageDigest.isEqual(
                        mark.getBytes(StandardCharsets.UTF_8), mark(visitor).getBytes(StandardCharsets.UTF_8));
    }
}
