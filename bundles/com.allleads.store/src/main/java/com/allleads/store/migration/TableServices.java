package com.allleads.store.migration;

import com.allleads.api.store.Schema;
import com.allleads.store.transactions.PlatformJdbi;
import java.util.Dictionary;
import java.util.Map;
import javax.sql.DataSource;
import javax.transaction.TransactionManager;
import org.jdbi.v3.core.Jdbi;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** The services that say that a bundle's tables are ready, and give access to them. */
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"com.allleads.api.store.Schema\"",
        effective = "active")
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"org.jdbi.v3.core.Jdbi\"",
        effective = "active")
final class TableServices implements AutoCloseable {

    private final ServiceRegistration<Jdbi> jdbi;
    private final ServiceRegistration<Schema> schema;

    private TableServices(ServiceRegistration<Jdbi> jdbi, ServiceRegistration<Schema> schema) {
        this.jdbi = jdbi;
        this.schema = schema;
    }

    static TableServices register(
            BundleContext store, TransactionManager manager, Changelog changelog, DataSource dataSource) {
        Dictionary<String, Object> properties = FrameworkUtil.asDictionary(
                Map.of(Schema.PROPERTY, changelog.bundle(), Schema.DATA_SOURCE, changelog.dataSource()));
        Jdbi access = changelog.dataSource().equals(Schema.PLATFORM_DATA_SOURCE)
                ? PlatformJdbi.joining(dataSource, manager)
                : PlatformJdbi.plain(dataSource);
        ServiceRegistration<Jdbi> jdbi = store.registerService(Jdbi.class, access, properties);
        return new TableServices(jdbi, store.registerService(Schema.class, changelog::bundle, properties));
    }

    @Override
    public void close() {
        unregister(schema);
        unregister(jdbi);
    }

    private static void unregister(ServiceRegistration<?> registration) {
        try {
            registration.unregister();
        } catch (IllegalStateException alreadyGone) {
            // The store's own stopping was faster.
        }
    }
}
