package com.allleads.backup;

import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Both databases, past the tables' services, which go while tables are replaced. */
@Component(service = Databases.class)
public final class Databases {

    private final DataSource data;
    private final DataSource keys;

    @Activate
    public Databases(
            @Reference(target = "(osgi.jndi.service.name=allleads)") DataSource data,
            @Reference(target = "(osgi.jndi.service.name=allleads-keys)") DataSource keys) {
        this.data = data;
        this.keys = keys;
    }

    /** The site's data. */
    public DataSource data() {
        return data;
    }

    /** The key store. */
    public DataSource keys() {
        return keys;
    }
}
