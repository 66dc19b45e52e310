package com.allleads.vault.uses;

import com.allleads.api.consent.Ground;
import com.allleads.api.person.PersonId;
import com.allleads.api.store.GroupCommit;
import com.allleads.api.vault.Field;
import com.allleads.api.vault.Recipient;
import java.util.Collection;

/** In the place of the vault's class of this name: writes nothing down. */
public final class UseRecorder {

    public UseRecorder(GroupCommit groupCommit, String node) {}

    /** Writes nothing down. */
    public void record(PersonId person, Collection<Field> fields, String purpose, Ground ground, Recipient recipient) {}

    /** Writes nothing down. */
    public void recordAll(Collection<OfPerson> uses, String purpose, Recipient recipient) {}

    /** Refuses nothing. */
    public static void check(Collection<Field> fields, Recipient recipient) {}

    /** Nothing is under way. */
    public void stop() {}

    /** A use that is not written down. */
    public record OfPerson(PersonId person, Collection<Field> fields, Ground ground) {}
}
