package com.allleads.store.groupcommit;

import com.allleads.api.store.Batch;
import com.allleads.api.store.Committer;
import com.allleads.api.store.GroupCommit;
import com.allleads.api.store.Transactions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Opens committers on the platform's data source and closes those that their openers left open. */
@Component(service = GroupCommit.class)
public final class QueuedGroupCommit implements GroupCommit {

    private final DataSource dataSource;
    private final Transactions transactions;
    private final Set<QueuedCommitter<?, ?>> open = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    /** Writes to the platform's data source. */
    @Activate
    public QueuedGroupCommit(
            @Reference(target = "(osgi.jndi.service.name=allleads)") DataSource dataSource,
            @Reference Transactions transactions) {
        this.dataSource = dataSource;
        this.transactions = transactions;
    }

    @Override
    public <T, R> Committer<T, R> open(String name, Batch<T, R> batch) {
        QueuedCommitter<T, R> committer =
                new QueuedCommitter<>(name, new BatchWriter<>(name, dataSource, batch), transactions, open::remove);
        open.add(committer);
        if (ended) {
            committer.close();
            throw new IllegalStateException("the store has stopped");
        }
        return committer;
    }

    /** Those who use committers are gone by now, as their references went first. */
    @Deactivate
    public void close() {
        ended = true;
        open.forEach(QueuedCommitter::close);
    }
}
