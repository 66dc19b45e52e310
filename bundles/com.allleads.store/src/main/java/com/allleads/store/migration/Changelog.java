package com.allleads.store.migration;

import java.util.Locale;
import java.util.regex.Pattern;
import org.osgi.framework.Version;

/**
 * A bundle's changelog: which tables it needs.
 *
 * @param bundle the symbolic name of the bundle that owns the tables
 * @param version the bundle's version
 * @param path the changelog inside the bundle
 * @param dataSource the name of the data source on which the tables are
 * @param digest changes whenever the changelog or a file beside it does
 * @param loader finds the changelog and what it includes
 */
public record Changelog(
        String bundle, Version version, String path, String dataSource, String digest, ClassLoader loader) {

    private static final String OWN = "com.allleads.";
    private static final Pattern OTHER_THAN_WORDS = Pattern.compile("[^A-Z0-9]+");
    /** So that the longest table name keeps below PostgreSQL's 63 characters. */
    private static final int LONGEST_PREFIX = 40;

    /** Refuses a bundle whose tables could not be named. */
    public Changelog {
        if (prefix(bundle).length() > LONGEST_PREFIX) {
            throw new IllegalArgumentException(
                    bundle + ": the symbolic name is too long to name tables by; shorten it to " + LONGEST_PREFIX);
        }
    }

    /**
     * Liquibase's record of what was applied; one per bundle, so that none can disturb another. Without an underscore, because
     * on Derby Liquibase makes such a table and then doesn't find it again.
     */
    String changelogTable() {
        return prefix(bundle) + "CHANGELOG";
    }

    /** Liquibase's lock, per bundle as well. */
    String lockTable() {
        return prefix(bundle) + "CHANGELOGLOCK";
    }

    private static String prefix(String bundle) {
        String name = bundle.startsWith(OWN) ? bundle.substring(OWN.length()) : bundle;
        return OTHER_THAN_WORDS.matcher(name.toUpperCase(Locale.ROOT)).replaceAll("");
    }

    @Override
    public String toString() {
        return bundle + " " + version + " (" + path + " on " + dataSource + ")";
    }
}
