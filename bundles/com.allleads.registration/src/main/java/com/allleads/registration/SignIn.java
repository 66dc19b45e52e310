package com.allleads.registration;

import com.allleads.api.person.PersonId;
import com.allleads.api.registration.Accounts.Status;
import com.allleads.api.registration.Device;
import com.allleads.api.vault.Vault;
import com.allleads.registration.sessions.StoredSessions;
import com.allleads.registration.sessions.StoredSessions.NewSession;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Signs people in. An unknown email, a wrong password and a locked account are answered alike, and take as long. */
@Component(service = SignIn.class)
public final class SignIn {

    private final Vault vault;
    private final AccountTable accounts;
    private final PasswordCheck passwords;
    private final StoredSessions sessions;
    private final RegistrationSettings settings;

    @Activate
    public SignIn(
            @Reference Vault vault,
            @Reference AccountTable accounts,
            @Reference PasswordCheck passwords,
            @Reference StoredSessions sessions,
            @Reference RegistrationSettings settings) {
        this.vault = vault;
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.settings = settings;
    }

    /**
     * Tries to sign in.
     *
     * @param stay how the person asks to stay signed in
     * @param device what they sign in with
     */
    public Outcome signIn(String email, String password, Stay stay, Device device) {
        Optional<Account> account =
                vault.findByEmail(email).flatMap(accounts::find).filter(found -> found.status() != Status.DEACTIVATED);
        if (!passwords.right(account, password)) {
            return new Outcome.Refused();
        }
        Account found = account.orElseThrow();
        if (found.status() == Status.UNVERIFIED) {
            return new Outcome.Unverified(found.person());
        }
        boolean reviewDue = found.reviewedAt().isBefore(settings.now().reviewDue(Instant.now()));
        accounts.noteSignIn(found.person(), reviewDue);
        return new Outcome.SignedIn(begin(found.person(), stay, device), reviewDue);
    }

    private NewSession begin(PersonId person, Stay stay, Device device) {
        return switch (stay) {
            case UNTIL_THE_BROWSER_CLOSES -> sessions.begin(person, false, device);
            case WITH_A_LASTING_TOKEN -> sessions.begin(person, true, device);
            case WITH_A_REPLACED_COOKIE -> sessions.beginReplaceable(person, device);
        };
    }

    /** How long somebody stays signed in, and by what. */
    public enum Stay {
        /** Not longer than the browser is open. */
        UNTIL_THE_BROWSER_CLOSES,
        /** Days, by a token that a program holds. */
        WITH_A_LASTING_TOKEN,
        /** Days, by a cookie that the pages replace. */
        WITH_A_REPLACED_COOKIE
    }

    /** How a try ended. */
    public sealed interface Outcome {

        /**
         * The person is signed in.
         *
         * @param session the session
         * @param reviewDue whether their contact data was not reviewed for long and should be offered for review now
         */
        record SignedIn(NewSession session, boolean reviewDue) implements Outcome {}

        /**
         * The password is right, but the PIN was not entered yet.
         *
         * @param registration the id under which it can be
         */
        record Unverified(PersonId registration) implements Outcome {}

        /** No account is open to this email and password. */
        record Refused() implements Outcome {}
    }
}
