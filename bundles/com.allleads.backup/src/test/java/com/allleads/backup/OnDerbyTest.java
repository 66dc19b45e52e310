package com.allleads.backup;

import com.allleads.store.testing.StoreRule;
import org.junit.ClassRule;

/** On the embedded Derby. */
public final class OnDerbyTest extends BackupFacts {

    @ClassRule
    public static final StoreRule DATA = new StoreRule("db/data.xml");

    @ClassRule
    public static final StoreRule KEYS = new StoreRule("db/keys.xml");

    @Override
    StoreRule data() {
        return DATA;
    }

    @Override
    StoreRule keys() {
        return KEYS;
    }
}
