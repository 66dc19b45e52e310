package com.allleads.store.migration;

import com.allleads.api.readiness.ReadinessCheck;
import com.allleads.api.store.Schema;
import com.allleads.api.store.TableReplacement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import javax.transaction.TransactionManager;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the bundles that name a changelog and the data sources, and brings the two together. Never holds up the start of a
 * bundle: the work is done by threads of its own.
 */
@Component(
        service = {ReadinessCheck.class, TableReplacement.class},
        immediate = true)
public final class MigrationExtender implements ReadinessCheck, TableReplacement {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationExtender.class);
    private static final String NAME = "osgi.jndi.service.name";

    private final BundleContext store;
    private final TransactionManager manager;
    private final MigrationThreads threads = new MigrationThreads();
    private final Matchmaker matchmaker = new Matchmaker();
    private final Map<Bundle, String> misunderstood = new ConcurrentHashMap<>();
    private final BundleTracker<List<BundleTables>> bundles;
    private final ServiceTracker<DataSource, DataSource> dataSources;

    /** Begins with the bundles and data sources that are there. */
    @Activate
    public MigrationExtender(BundleContext store, @Reference TransactionManager manager) throws InvalidSyntaxException {
        this.store = store;
        this.manager = manager;
        this.bundles = new BundleTracker<>(store, Bundle.STARTING | Bundle.ACTIVE, new Bundles());
        this.dataSources = new ServiceTracker<>(
                store,
                store.createFilter("(&(objectClass=" + DataSource.class.getName() + ")(" + NAME + "=*))"),
                new DataSources());
        dataSources.open();
        bundles.open();
    }

    /** Takes every service back; a migration under way ends first. */
    @Deactivate
    public void close() {
        bundles.close();
        dataSources.close();
        threads.close();
    }

    @Override
    public Optional<String> missing() {
        String all = Stream.concat(
                        misunderstood.values().stream(),
                        matchmaker.tables().stream().flatMap(tables -> tables.missing().stream()))
                .sorted()
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    @Override
    public <T> T replace(Callable<T> work) throws Exception {
        matchmaker.hold();
        try {
            return work.call();
        } finally {
            matchmaker.resume();
        }
    }

    private TableServices publish(Changelog changelog, DataSource dataSource) {
        return TableServices.register(store, manager, changelog, dataSource);
    }

    private final class Bundles implements BundleTrackerCustomizer<List<BundleTables>> {

        @Override
        public List<BundleTables> addingBundle(Bundle bundle, BundleEvent event) {
            String header = bundle.getHeaders("").get(Schema.HEADER);
            if (header == null) {
                return null;
            }
            try {
                List<BundleTables> begun = ChangelogClause.parse(header).stream()
                        .map(clause -> new BundleTables(MigrationExtender.this::publish, threads, bundle, clause))
                        .toList();
                begun.forEach(matchmaker::add);
                return begun;
            } catch (IllegalArgumentException e) {
                LOG.error("{} cannot serve: {}", bundle.getSymbolicName(), e.getMessage());
                misunderstood.put(bundle, bundle.getSymbolicName() + ": " + e.getMessage());
                return List.of();
            }
        }

        @Override
        public void modifiedBundle(Bundle bundle, BundleEvent event, List<BundleTables> tables) {
            // From starting to active: nothing changes for its tables.
        }

        @Override
        public void removedBundle(Bundle bundle, BundleEvent event, List<BundleTables> tables) {
            misunderstood.remove(bundle);
            tables.forEach(matchmaker::remove);
        }
    }

    private final class DataSources implements ServiceTrackerCustomizer<DataSource, DataSource> {

        @Override
        public DataSource addingService(ServiceReference<DataSource> reference) {
            DataSource dataSource = store.getService(reference);
            if (dataSource != null) {
                matchmaker.add(name(reference), dataSource);
            }
            return dataSource;
        }

        @Override
        public void modifiedService(ServiceReference<DataSource> reference, DataSource dataSource) {
            // Its name is given once.
        }

        @Override
        public void removedService(ServiceReference<DataSource> reference, DataSource dataSource) {
            matchmaker.remove(name(reference), dataSource);
            store.ungetService(reference);
        }

        private String name(ServiceReference<DataSource> reference) {
            return String.valueOf(reference.getProperty(NAME));
        }
    }
}
