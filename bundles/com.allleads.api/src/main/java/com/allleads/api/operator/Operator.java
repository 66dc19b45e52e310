package com.allleads.api.operator;

/**
 * An operator of the site, as the realm of the console knows them.
 *
 * @param name the user name in the realm
 * @param role what they may do
 */
public record Operator(String name, Role role) {

    /** What operators may do; each role includes those before it. */
    public enum Role {
        /** May look at how the site is doing; changes nothing and sees nobody's personal data. */
        VIEWER,
        /** May do all that the console can. */
        OPERATOR
    }

    /** Whether the operator may change something, or see personal data. */
    public boolean mayAct() {
        return role == Role.OPERATOR;
    }
}
