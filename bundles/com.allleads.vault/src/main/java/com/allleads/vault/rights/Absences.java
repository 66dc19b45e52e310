package com.allleads.vault.rights;

import java.util.Set;

/** Who is installed, holds something about people and cannot say so now. */
public interface Absences {

    /** The capabilities, by name, as in {@code billing}. */
    Set<String> now();
}
