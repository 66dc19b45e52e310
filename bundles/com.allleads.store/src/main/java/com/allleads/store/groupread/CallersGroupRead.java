package com.allleads.store.groupread;

import com.allleads.api.store.BulkReader;
import com.allleads.api.store.GroupRead;
import com.allleads.api.store.InChunks;
import com.allleads.api.store.Lookup;
import com.allleads.api.store.RememberingLookup;
import com.allleads.api.store.RowReader;
import com.allleads.api.store.Transactions;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes lookups on the platform's data source. */
@Component(service = GroupRead.class)
public final class CallersGroupRead implements GroupRead {

    private final DataSource dataSource;
    private final Transactions transactions;
    private final LongSupplier nanoTime;

    /** Reads from the platform's data source. */
    @Activate
    public CallersGroupRead(
            @Reference(target = "(osgi.jndi.service.name=allleads)") DataSource dataSource,
            @Reference Transactions transactions) {
        this(dataSource, transactions, System::nanoTime);
    }

    /** With a clock of its own, by which rows are remembered. */
    public CallersGroupRead(DataSource dataSource, Transactions transactions, LongSupplier nanoTime) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.nanoTime = nanoTime;
    }

    @Override
    public <K, V> Lookup<K, V> lookup(String query, RowReader<K, V> row) {
        return lookup((connection, keys) -> InChunks.byKey(connection, query, keys, row));
    }

    @Override
    public <K, V> Lookup<K, V> lookup(BulkReader<K, V> reader) {
        return lookupElsewhere(new BulkQuery<>(dataSource, reader)::read);
    }

    @Override
    public <K, V> Lookup<K, V> lookupElsewhere(Function<Set<K>, Map<K, V>> read) {
        return new GroupedLookup<>(read, transactions);
    }

    @Override
    public <K, V> RememberingLookup<K, V> remembering(Lookup<K, V> lookup, Predicate<V> lasting) {
        return new RememberedRows<>(lookup, lasting, transactions, nanoTime);
    }
}
