package com.allleads.api.portal;

import com.allleads.api.rest.Access;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A part of a start page that a capability brings: of a person's own, or of the operators' dashboard. Register it as a
 * service; it is shown until the service goes. On the dashboard a panel shows counts, never anything about a person.
 * Implementations are safe for use by many threads and answer within
 * some milliseconds; one that fails is shown as unavailable, and the others stay.
 */
@ConsumerType
public interface Panel {

    /**
     * Where it stands and what it is called; constant while the service is registered.
     *
     * @param title the key of its title among the texts beside its class
     * @param rank smaller ones come first
     * @param path the page with more about it; one that is not installed is not linked
     * @param audience {@code PERSON} for the start page of people, {@code VIEWER} for the dashboard
     */
    record Info(String title, int rank, String path, Access.Role audience) {

        /** A part of the operators' dashboard. */
        public static Info forOperators(String title, int rank, String path) {
            return new Info(title, rank, path, Access.Role.VIEWER);
        }

        /** A part of a person's own start page. */
        public static Info forPeople(String title, int rank, String path) {
            return new Info(title, rank, path, Access.Role.PERSON);
        }
    }

    /** Where it stands. */
    Info info();

    /** What it shows at this moment; a model with {@code empty} as true leaves the panel out. */
    PageAnswer.Show show(PageRequest request);
}
