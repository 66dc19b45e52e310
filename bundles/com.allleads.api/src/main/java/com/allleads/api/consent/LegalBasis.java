package com.allleads.api.consent;

/** Why a purpose may be followed. */
public enum LegalBasis {
    /** Needed to provide what the person ordered or asked for. */
    CONTRACT,
    /** Required by law. */
    LEGAL_DUTY,
    /** Only with the person's own act of agreeing; refused until then. */
    CHOICE
}
