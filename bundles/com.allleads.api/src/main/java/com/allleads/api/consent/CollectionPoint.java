package com.allleads.api.consent;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A place where personal data is collected: a form or a REST call. Registered as a service by the capability that collects;
 * the vault stores no field that no point declares (promise {@code collection.points}).
 */
@ConsumerType
public interface CollectionPoint {

    /** Stable, {@code [a-z][a-z0-9-]*}, as in {@code registration}. */
    String id();

    /** What people call the place. */
    String title();

    /** Every personal field that is asked for here. */
    List<AskedField> fields();

    /** The ids of the optional purposes that are offered here, each as a box that is not ticked. */
    List<String> offers();

    /**
     * A field that a point asks for.
     *
     * @param name the field's name, as in {@code Field.EMAIL}
     * @param use what it is for, one plain sentence
     * @param required whether the point cannot do without
     */
    record AskedField(String name, String use, boolean required) {}
}
