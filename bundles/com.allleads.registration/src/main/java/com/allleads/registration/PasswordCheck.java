package com.allleads.registration;

import com.allleads.registration.credentials.Passwords;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Compares passwords, wherever one is asked for: wrong ones are counted, and one too many locks the account for a while. No
 * account, a locked one and a wrong password take as long as each other.
 */
@Component(service = PasswordCheck.class)
public final class PasswordCheck {

    private final AccountTable accounts;
    private final Passwords passwords;
    private final RegistrationSettings settings;

    @Activate
    public PasswordCheck(
            @Reference AccountTable accounts,
            @Reference Passwords passwords,
            @Reference RegistrationSettings settings) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.settings = settings;
    }

    /** Whether it is the account's password, and the account accepts one now. */
    boolean right(Optional<Account> account, String password) {
        Optional<Account> open = account.filter(PasswordCheck::acceptsOne);
        boolean right = passwords.matches(password, open.map(Account::passwordHash));
        if (!right) {
            open.ifPresent(found -> accounts.countFailure(found.person(), settings.now()));
        }
        return right;
    }

    private static boolean acceptsOne(Account account) {
        return account.hasPassword() && account.lockedUntil().isBefore(Instant.now());
    }
}
