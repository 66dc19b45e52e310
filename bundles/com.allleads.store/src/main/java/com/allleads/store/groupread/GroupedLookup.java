package com.allleads.store.groupread;

import com.allleads.api.store.Lookup;
import com.allleads.api.store.Transactions;
import com.allleads.store.gathering.Gathering;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Callers read for each other. Whoever comes while nobody reads, reads at once; whoever comes meanwhile waits, and the first of
 * them then reads for all. So there is no thread that would have to be ended, and what is read was always asked for before.
 */
final class GroupedLookup<K, V> implements Lookup<K, V> {

    private final Function<Set<K>, Map<K, V>> query;
    private final Transactions transactions;
    private final Queue<Waiting<K, V>> queue = new ArrayDeque<>();
    private final Gathering gathering = new Gathering();
    private boolean reading;

    GroupedLookup(Function<Set<K>, Map<K, V>> query, Transactions transactions) {
        this.query = query;
        this.transactions = transactions;
    }

    @Override
    public Optional<V> find(K key) {
        if (transactions.active()) {
            return Optional.ofNullable(query.apply(Set.of(key)).get(key));
        }
        Waiting<K, V> mine = join(key);
        if (mine.reads()) {
            return readForAll(mine);
        }
        return mine.found();
    }

    private Waiting<K, V> join(K key) {
        Waiting<K, V> mine = new Waiting<>(key);
        synchronized (queue) {
            if (reading) {
                queue.add(mine);
            } else {
                reading = true;
                mine.read();
            }
        }
        return mine;
    }

    private Optional<V> readForAll(Waiting<K, V> mine) {
        gathering.await();
        List<Waiting<K, V>> others = takeAll();
        try {
            Map<K, V> found = query.apply(keys(mine, others));
            others.forEach(other -> other.answer(Optional.ofNullable(found.get(other.key()))));
            return Optional.ofNullable(found.get(mine.key()));
        } catch (RuntimeException | Error e) {
            // Also an error of the capability's class loader: nobody may wait for ever.
            RuntimeException failure =
                    e instanceof RuntimeException known ? known : new IllegalStateException("a grouped read failed", e);
            others.forEach(other -> other.fail(failure));
            throw e;
        } finally {
            gathering.done(others.size() + 1);
            passOn();
        }
    }

    private Set<K> keys(Waiting<K, V> mine, Collection<Waiting<K, V>> others) {
        Set<K> keys = others.stream().map(Waiting::key).collect(Collectors.toSet());
        keys.add(mine.key());
        return keys;
    }

    private List<Waiting<K, V>> takeAll() {
        synchronized (queue) {
            List<Waiting<K, V>> all = new ArrayList<>(queue);
            queue.clear();
            return all;
        }
    }

    private void passOn() {
        synchronized (queue) {
            Waiting<K, V> next = queue.poll();
            if (next == null) {
                reading = false;
            } else {
                next.read();
            }
        }
    }
}
