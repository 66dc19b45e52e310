package com.allleads.store.pool;

import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.XADataSource;
import org.ops4j.pax.jdbc.pool.common.PooledDataSourceFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jdbc.DataSourceFactory;

/**
 * The pool {@code allleads} that a data source's configuration names: Pax TransX, with connections that are trusted for a moment
 * after their use. Pax TransX has a setting for that, but never notes a use, and so asks the database at every borrowing.
 */
@Component(property = {"pool=allleads", "xa=true"})
public final class TrustingPool implements PooledDataSourceFactory {

    private final PooledDataSourceFactory transx;

    @Activate
    public TrustingPool(@Reference(target = "(&(pool=transx)(xa=true))") PooledDataSourceFactory transx) {
        this.transx = transx;
    }

    @Override
    public DataSource create(DataSourceFactory driver, Properties settings) throws SQLException {
        return transx.create(new TrustingDriver(driver), settings);
    }

    /** A driver whose XA connections are trusted for a moment. */
    private record TrustingDriver(DataSourceFactory driver) implements DataSourceFactory {

        @Override
        public XADataSource createXADataSource(Properties settings) throws SQLException {
            return new TrustingXaDataSource(driver.createXADataSource(settings));
        }

        @Override
        public DataSource createDataSource(Properties settings) throws SQLException {
            return driver.createDataSource(settings);
        }

        @Override
        public ConnectionPoolDataSource createConnectionPoolDataSource(Properties settings) throws SQLException {
            return driver.createConnectionPoolDataSource(settings);
        }

        @Override
        public Driver createDriver(Properties settings) throws SQLException {
            return driver.createDriver(settings);
        }
    }
}
