package com.allleads.vault.keys;

import com.allleads.api.readiness.ReadinessCheck;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** Tells whoever asks whether the site is ready why the vault refuses to start. */
@Component(
        service = {ReadinessCheck.class, KeyTrouble.class},
        immediate = true)
public final class KeyTrouble implements ReadinessCheck {

    private volatile Optional<String> trouble = Optional.empty();

    @Override
    public Optional<String> missing() {
        return trouble;
    }

    void is(String what) {
        trouble = Optional.of(what);
    }

    void isOver() {
        trouble = Optional.empty();
    }
}
