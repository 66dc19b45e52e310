package com.allleads.itests.inside;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** The site's own data source, past every capability. */
final class Database {

    private static final String FILTER = "(osgi.jndi.service.name=allleads)";

    /** How many rows each table has. */
    Map<String, Integer> rows(Collection<String> tables) {
        return with(statement -> {
            Map<String, Integer> rows = new TreeMap<>();
            for (String table : tables) {
                try (ResultSet count = statement.executeQuery("select count(*) from " + table)) {
                    count.next();
                    rows.put(table, count.getInt(1));
                }
            }
            return rows;
        });
    }

    void execute(String sql) {
        with(statement -> statement.execute(sql));
    }

    private <T> T with(Work<T> work) {
        ServiceReference<DataSource> reference = reference();
        try (Connection connection = context().getService(reference).getConnection();
                Statement statement = connection.createStatement()) {
            return work.on(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            context().ungetService(reference);
        }
    }

    private ServiceReference<DataSource> reference() {
        try {
            return context()
                    .getServiceReferences(DataSource.class, FILTER)
                    .iterator()
                    .next();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asked for when it is needed: the test is also made outside of the container, to say how that is to be. */
    private static BundleContext context() {
        return FrameworkUtil.getBundle(Database.class).getBundleContext();
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Statement statement) throws SQLException;
    }
}
