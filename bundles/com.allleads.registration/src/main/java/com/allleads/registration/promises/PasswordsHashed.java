package com.allleads.registration.promises;

import com.allleads.api.policy.Evidence;
import com.allleads.api.policy.PromiseCheck;
import com.allleads.registration.AccountTable;
import org.jdbi.v3.core.Jdbi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Promise {@code security.misuse}: every password is kept as an Argon2id hash. */
@Component(service = PromiseCheck.class)
public final class PasswordsHashed implements PromiseCheck {

    private final Jdbi jdbi;

    @Activate
    public PasswordsHashed(@Reference(target = "(schema=com.allleads.registration)") Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String promise() {
        return "security.misuse";
    }

    @Override
    public Evidence count() {
        return jdbi.withHandle(handle -> Evidence.none(
                "passwordsNotHashed",
                handle.createQuery("SELECT COUNT(*) FROM registration_account"
                                + " WHERE password_hash NOT LIKE '$argon2id$v=19$m=%'"
                                + " AND password_hash NOT IN (:erased, :forgetting)")
                        .bind("erased", AccountTable.NO_PASSWORD)
                        .bind("forgetting", AccountTable.FORGETTING)
                        .mapTo(Long.class)
                        .one(),
                "accounts",
                handle.createQuery("SELECT COUNT(*) FROM registration_account")
                        .mapTo(Long.class)
                        .one(),
                "Every password is kept as an Argon2id hash."));
    }
}
