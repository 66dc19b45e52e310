package com.allleads.store.migration;

import com.allleads.api.store.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One clause of the manifest header, as in {@code db/keys.xml;datasource=allleads-keys}.
 *
 * @param path the changelog inside the bundle
 * @param dataSource the name of the data source
 */
record ChangelogClause(String path, String dataSource) {

    private static final String ATTRIBUTE = Schema.DATA_SOURCE + "=";

    /**
     * Reads the header.
     *
     * @throws IllegalArgumentException where it cannot be understood; the message says why
     */
    static List<ChangelogClause> parse(String header) {
        List<ChangelogClause> clauses = new ArrayList<>();
        Set<String> dataSources = new HashSet<>();
        for (String clause : header.split(",", -1)) {
            ChangelogClause parsed = parseClause(clause);
            if (!dataSources.add(parsed.dataSource())) {
                throw new IllegalArgumentException(
                        Schema.HEADER + " names two changelogs for the data source " + parsed.dataSource());
            }
            clauses.add(parsed);
        }
        return List.copyOf(clauses);
    }

    private static ChangelogClause parseClause(String clause) {
        String[] parts = clause.split(";", -1);
        String path = parts[0].strip();
        String dataSource = Schema.PLATFORM_DATA_SOURCE;
        if (path.isEmpty() || path.startsWith("/")) {
            throw new IllegalArgumentException(
                    Schema.HEADER + " must name a file inside the bundle, without a leading slash");
        }
        for (int i = 1; i < parts.length; i++) {
            String attribute = parts[i].strip();
            if (!attribute.startsWith(ATTRIBUTE) || attribute.length() == ATTRIBUTE.length()) {
                throw new IllegalArgumentException(Schema.HEADER + ": cannot understand " + attribute);
            }
            dataSource = attribute.substring(ATTRIBUTE.length());
        }
        return new ChangelogClause(path, dataSource);
    }
}
