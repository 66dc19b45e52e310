package com.allleads.api.vault;

import com.allleads.api.person.PersonId;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Registered as a service by every capability that keeps something about people, so that "everything held about me" is
 * everything (promise {@code correction}).
 */
@ConsumerType
public interface PersonalRecords {

    /** The capability, as in {@code billing}; the name under which its records stand in the person's export. */
    String capability();

    /**
     * What it holds about the person: maps, lists, strings, numbers, booleans, times and money, as they stand in JSON.
     * Called outside a transaction; called for the person's own eyes only.
     */
    Map<String, Object> heldAbout(PersonId person);
}
