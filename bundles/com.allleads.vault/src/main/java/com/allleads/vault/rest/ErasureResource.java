package com.allleads.vault.rest;

import com.allleads.api.person.PersonId;
import com.allleads.api.proof.Signer;
import com.allleads.api.proof.Signer.Signed;
import com.allleads.api.registration.Accounts;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Caller;
import com.allleads.api.rest.FieldErrors;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.RateLimited;
import com.allleads.api.rest.RestResource;
import com.allleads.api.vault.Vault;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Erases the person who is signed in. The password is asked for once more, as this cannot be undone. Without registration
 * there is nobody to check it, and the resource is not there.
 */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/me/erasure")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.PERSON)
public final class ErasureResource implements RestResource {

    private static final String TYPE = "erasure-certificate";
    private static final int LONGEST_PASSWORD = 1_000;

    private final Vault vault;
    private final Accounts accounts;
    private final Signer signer;

    @Activate
    public ErasureResource(@Reference Vault vault, @Reference Accounts accounts, @Reference Signer signer) {
        this.vault = vault;
        this.accounts = accounts;
        this.signer = signer;
    }

    /** Erases, and answers a certificate. */
    @POST
    @RateLimited("sign-in")
    @Consumes(MediaType.APPLICATION_JSON)
    public SignedCertificate erase(ErasureRequest request, @Context SecurityContext security) {
        PersonId person = ((Caller) security.getUserPrincipal()).requirePerson();
        String password = request == null ? null : request.password();
        new FieldErrors()
                .require(password != null && !password.isEmpty(), "password", "is required")
                .require(
                        password == null || password.length() <= LONGEST_PASSWORD,
                        "password",
                        "must be at most " + LONGEST_PASSWORD + " characters")
                .refuse();
        if (!accounts.passwordMatches(person, password)) {
            throw Problem.invalid("password", "is not the password of this account")
                    .exception();
        }
        Signed signed = signer.sign(TYPE, certificate(person, vault.erase(person)));
        return new SignedCertificate(signed.statement(), signed.jws());
    }

    private static Map<String, Object> certificate(PersonId person, Instant at) {
        Map<String, Object> certificate = new LinkedHashMap<>();
        certificate.put("person", person.toString());
        certificate.put("erasedAt", at.toString());
        certificate.put(
                "statement",
                "The key with which the personal data of this person was encrypted is destroyed. What the law requires"
                        + " to be kept, such as payments, is kept under the identifier above alone.");
        return certificate;
    }

    /**
     * Asks for erasure.
     *
     * @param password the person's password
     */
    public record ErasureRequest(String password) {

        /** Leaves the password out. */
        @Override
        public String toString() {
            return "ErasureRequest[]";
        }
    }

    /**
     * The proof.
     *
     * @param certificate what it says
     * @param jws the same, signed: a compact JWS that the key at {@code GET /keys} verifies
     */
    public record SignedCertificate(Map<String, Object> certificate, String jws) {}
}
