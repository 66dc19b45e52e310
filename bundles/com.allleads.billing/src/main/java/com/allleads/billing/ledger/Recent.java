package com.allleads.billing.ledger;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was used last, up to a number that no site's memory minds. Not safe for use by several threads. */
final class Recent<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1L;

    private static final int MOST = 50_000;

    Recent() {
        super(256, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > MOST;
    }
}
