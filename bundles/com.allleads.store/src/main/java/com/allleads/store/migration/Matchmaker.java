package com.allleads.store.migration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Brings tables and data sources together, whichever comes first. Of several with one name, the first stays in use. */
final class Matchmaker {

    private final Set<BundleTables> tables = new LinkedHashSet<>();
    private final Map<String, List<DataSource>> dataSources = new HashMap<>();
    private boolean held;

    synchronized List<BundleTables> tables() {
        return List.copyOf(tables);
    }

    synchronized void add(BundleTables arrived) {
        tables.add(arrived);
        List<DataSource> present = named(arrived.dataSource());
        if (!held && !present.isEmpty()) {
            arrived.use(present.get(0));
        }
    }

    /**
     * Takes all tables out of use until {@link #resume}.
     *
     * @throws IllegalStateException where some are not ready, or are out of use already
     */
    void hold() {
        List<BundleTables> all;
        synchronized (this) {
            if (held) {
                throw new IllegalStateException("the tables are being replaced already");
            }
            tables.stream().flatMap(each -> each.missing().stream()).findFirst().ifPresent(missing -> {
                throw new IllegalStateException("the tables cannot be replaced now: " + missing);
            });
            held = true;
            all = List.copyOf(tables);
        }
        all.forEach(BundleTables::pause);
    }

    /** Puts all tables to use again. */
    synchronized void resume() {
        held = false;
        tables.stream()
                .filter(BundleTables::unused)
                .forEach(each -> named(each.dataSource()).stream().findFirst().ifPresent(each::use));
    }

    void remove(BundleTables gone) {
        synchronized (this) {
            tables.remove(gone);
        }
        gone.end();
    }

    synchronized void add(String name, DataSource arrived) {
        List<DataSource> present = named(name);
        present.add(arrived);
        if (!held && present.size() == 1) {
            on(name).forEach(each -> each.use(arrived));
        }
    }

    /** Whoever stood on it is taken back before this returns, as its pool is closed next. */
    void remove(String name, DataSource gone) {
        List<BundleTables> affected;
        synchronized (this) {
            named(name).remove(gone);
            affected = on(name);
        }
        affected.forEach(each -> each.release(gone));
        synchronized (this) {
            if (held) {
                return;
            }
            named(name).stream().findFirst().ifPresent(next -> on(name).stream()
                    .filter(BundleTables::unused)
                    .forEach(each -> each.use(next)));
        }
    }

    private List<DataSource> named(String name) {
        return dataSources.computeIfAbsent(name, any -> new ArrayList<>());
    }

    private List<BundleTables> on(String name) {
        return tables.stream().filter(each -> each.dataSource().equals(name)).toList();
    }
}
