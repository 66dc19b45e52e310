package com.allleads.registration.operators;

import com.allleads.api.operator.Operator;
import com.allleads.registration.operators.OperatorSettings.Values;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;

/** Passwords that were right just now, as keyed hashes, so that a program with a password on each call does not wait for each. */
final class RightPasswords {

    private static final int MOST = 100;

    private final KeyedHash hash = new KeyedHash();
    private final Values settings;
    private final Cache<String, Operator> remembered;

    RightPasswords(Values settings) {
        this.settings = settings;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(settings.passwordMemory())
                .build();
    }

    /** Whether they were right under these settings. */
    @SuppressWarnings("ReferenceEquality") // new settings count even if they say the same
    boolean isOf(Values now) {
        return settings.equals(now);
    }

    Optional<Operator> find(String name, String password) {
        return Optional.ofNullable(remembered.getIfPresent(key(name, password)));
    }

    void add(Operator operator, String password) {
        remembered.put(key(operator.name(), password), operator);
    }

    private String key(String name, String password) {
        return hash.of(name.length() + ":" + name + password);
    }
}
