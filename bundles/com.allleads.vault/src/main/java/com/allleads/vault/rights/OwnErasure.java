package com.allleads.vault.rights;

import com.allleads.api.backup.KeyBackups;
import com.allleads.api.person.PersonId;
import com.allleads.api.proof.Signer;
import com.allleads.api.proof.Signer.Signed;
import com.allleads.api.registration.Accounts;
import com.allleads.api.rest.FieldErrors;
import com.allleads.api.rest.Problem;
import com.allleads.api.vault.Vault;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Erases people at their own word. The password is asked for once more, as this cannot be undone. Without registration there is
 * nobody to check it, and nobody can be erased this way.
 */
@Component(service = OwnErasure.class)
public final class OwnErasure {

    private static final String TYPE = "erasure-certificate";
    private static final int LONGEST_PASSWORD = 1_000;

    private static final String UNREADABLE =
            " A backup of the key may exist until the time named above, and nobody uses"
                    + " it: restoring one erases again. From then on no backup can be read.";

    /** Without backups there is nothing to say about them. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile KeyBackups backups;

    private final Vault vault;
    private final Accounts accounts;
    private final Signer signer;
    private final Requests requests;

    @Activate
    public OwnErasure(
            @Reference Vault vault,
            @Reference Accounts accounts,
            @Reference Signer signer,
            @Reference Requests requests) {
        this.requests = requests;
        this.vault = vault;
        this.accounts = accounts;
        this.signer = signer;
    }

    /**
     * Erases a person.
     *
     * @param password what they entered
     * @return the certificate
     * @throws com.allleads.api.rest.ProblemException where it is not their password; nothing was done
     */
    public Signed erase(PersonId person, Optional<String> password) {
        String entered = password.orElse("");
        new FieldErrors()
                .require(!entered.isEmpty(), "password", "is required")
                .require(
                        entered.length() <= LONGEST_PASSWORD,
                        "password",
                        "must be at most " + LONGEST_PASSWORD + " characters")
                .refuse();
        if (!accounts.passwordMatches(person, entered)) {
            throw Problem.invalid("password", "is not the password of this account")
                    .exception();
        }
        // Open until the person's row is marked as erased, which answers it.
        requests.received(person, Requests.Kind.ERASE);
        return signer.sign(TYPE, certificate(person, vault.erase(person)));
    }

    private Map<String, Object> certificate(PersonId person, Instant at) {
        Map<String, Object> certificate = new LinkedHashMap<>();
        certificate.put("person", person.toString());
        certificate.put("erasedAt", at.toString());
        KeyBackups keyBackups = backups;
        if (keyBackups != null) {
            certificate.put("backupsUnreadableFrom", keyBackups.goneFrom(at).toString());
        }
        certificate.put(
                "statement",
                "The key with which the personal data of this person was encrypted is destroyed. What the law requires"
                        + " to be kept, such as payments, is kept under the identifier above alone."
                        + (keyBackups == null ? "" : UNREADABLE));
        return certificate;
    }
}
