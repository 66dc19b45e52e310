package com.allleads.store.groupread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.store.Lookup;
import com.allleads.api.store.RememberingLookup;
import com.allleads.store.testing.StoreRule;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.ClassRule;
import org.junit.Test;

public class RememberedRowsTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @ClassRule
    public static final StoreRule STORE = new StoreRule();

    private final Map<String, String> table = new ConcurrentHashMap<>();
    private final AtomicLong nanos = new AtomicLong();
    private final RememberingLookup<String, String> rows = remembering(key -> Optional.ofNullable(table.get(key)));

    @Test
    public void noticesWithinASecondWhatAnotherNodeChanged() {
        table.put("a", "old");
        rows.find("a");
        table.put("a", "new");

        nanos.set(SECOND - 1);
        assertThat(rows.find("a")).contains("old");
        nanos.set(SECOND);
        assertThat(rows.find("a")).contains("new");
    }

    @Test
    public void forgetsAtOnceWhatWasChangedHere() {
        table.put("a", "old");
        table.put("b", "old");
        rows.find("a");
        rows.find("b");
        table.replaceAll((key, value) -> "new");

        rows.forget("a");
        assertThat(rows.find("a")).contains("new");
        assertThat(rows.find("b")).contains("old");
        rows.forgetAll();
        assertThat(rows.find("b")).contains("new");
    }

    @Test
    public void forgetsWhatWasChangedInATransactionOnlyOnceItHasEnded() {
        table.put("a", "old");

        STORE.transactions().required(() -> {
            rows.forget("a");
            rememberedByAnother("a");
            table.put("a", "new");
        });

        assertThat(rows.find("a")).contains("new");
    }

    @Test
    public void forgetsAlsoWhereTheTransactionIsRolledBack() {
        table.put("a", "old");
        rows.find("a");
        table.put("a", "new");

        assertThatThrownBy(() -> STORE.transactions().required(() -> {
                    rows.forget("a");
                    throw new IllegalArgumentException("undone");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(rows.find("a")).contains("new");
    }

    @Test
    public void readsInsideATransactionWhatThereIs() {
        table.put("a", "old");
        rows.find("a");
        table.put("a", "new");

        STORE.transactions().required(() -> assertThat(rows.find("a")).contains("new"));
        assertThat(rows.find("a"))
                .as("and remembers nothing of what may be rolled back")
                .contains("old");
    }

    @Test
    public void remembersNothingThatWasReadAcrossAChange() {
        AtomicReference<RememberingLookup<String, String>> own = new AtomicReference<>();
        own.set(remembering(key -> {
            Optional<String> read = Optional.ofNullable(table.get(key));
            own.get().forget("another");
            return read;
        }));
        table.put("a", "old");
        own.get().find("a");
        table.put("a", "new");

        assertThat(own.get().find("a")).contains("new");
    }

    @Test
    public void remembersNoAbsence() {
        assertThat(rows.find("a")).isEmpty();
        table.put("a", "new");

        assertThat(rows.find("a")).contains("new");
    }

    @Test
    public void remembersOnlyWhatMayBe() {
        table.put("a", "never");
        rows.find("a");
        table.put("a", "new");

        assertThat(rows.find("a")).contains("new");
    }

    private void rememberedByAnother(String key) {
        Thread other = new Thread(() -> rows.find(key));
        other.start();
        try {
            other.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private RememberingLookup<String, String> remembering(Lookup<String, String> lookup) {
        return STORE.groupRead(nanos::get).remembering(lookup, row -> !row.equals("never"));
    }
}
