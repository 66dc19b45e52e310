package com.allleads.api.store;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Says that the tables of one bundle are there and of the version that the bundle needs.
 *
 * <p>The store finds every host bundle with the manifest header {@value #HEADER}, whose value is the path of a Liquibase
 * changelog inside the bundle, brings the tables up to date, and then registers this service with the property
 * {@value #PROPERTY} set to the bundle's symbolic name. Under the same registration and property it publishes an
 * {@code org.jdbi.v3.core.Jdbi} on the platform's data source. A component that reads or writes tables references either
 * with a target such as {@code (schema=com.allleads.billing)} and so never starts before its tables.
 *
 * <p>A bundle whose tables were already changed by a newer version gets no service, and the log and {@code /ready} say so.
 * The service goes when the bundle stops.
 */
@ProviderType
public interface Schema {

    /** The manifest header that names the changelog. */
    String HEADER = "AllLeads-Changelog";

    /** The service property with the symbolic name of the bundle that owns the tables. */
    String PROPERTY = "schema";

    /** The symbolic name of the bundle that owns the tables. */
    String bundle();
}
