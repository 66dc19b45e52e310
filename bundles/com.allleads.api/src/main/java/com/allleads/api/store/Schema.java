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
 * <p>Tables on another data source than the platform's are named by an attribute, in a clause of their own where a bundle has
 * both:
 *
 * <pre>{@code
 * AllLeads-Changelog: db/changelog.xml, db/keys.xml;datasource=allleads-keys
 * }</pre>
 *
 * Each clause gets its services, with the property {@value #DATA_SOURCE} beside the other; a bundle with both references them
 * with {@code (&(schema=com.allleads.vault)(datasource=allleads-keys))}. JDBI on the platform's data source takes part in the
 * JTA transaction of the thread and refuses to end it; on any other data source it knows nothing of JTA, and JDBI's own
 * transactions work.
 *
 * <p>Included files lie in the changelog's folder or below: a change there is what makes the store look again.
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

    /** The attribute in the header, and the service property, with the name of the data source. */
    String DATA_SOURCE = "datasource";

    /** The data source of clauses that name none: the platform's own, which takes part in JTA transactions. */
    String PLATFORM_DATA_SOURCE = "allleads";

    /** The symbolic name of the bundle that owns the tables. */
    String bundle();
}
