package com.allleads.registration.operators;

import java.util.Optional;
import java.util.Set;

/** Whoever knows the operators' passwords and roles. */
interface Realm {

    /** The roles of the user whose password this is; empty where it is not, or nobody has the name. */
    Optional<Set<String>> signIn(String name, String password);

    /**
     * The user as the realm has them now; empty where there is none.
     *
     * @throws com.allleads.api.rest.ProblemException 503 where the realm does not show its users
     */
    Optional<User> find(String name);

    /**
     * A user of the realm.
     *
     * @param password the password as it is stored, a salted hash; it changes when the password does
     * @param roles the roles, those of groups among them
     */
    record User(String password, Set<String> roles) {

        /** Copies the set. */
        public User {
            roles = Set.copyOf(roles);
        }

        /** Leaves the password out. */
        @Override
        public String toString() {
            return "User" + roles;
        }
    }
}
