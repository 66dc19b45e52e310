package com.allleads.store.gathering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.Test;

public class GatheringTest {

    private final AtomicLong now = new AtomicLong(1);
    private final AtomicInteger pauses = new AtomicInteger();
    private final Gathering gathering = new Gathering(now::get, nanos -> pauses.incrementAndGet());

    @Test
    public void waitsWhereSeveralCameRightBefore() {
        gathering.done(2);

        gathering.await();

        assertThat(pauses).hasValue(1);
    }

    @Test
    public void doesNotWaitForWhoCameAlone() {
        gathering.await();
        gathering.done(2);
        gathering.done(1);

        gathering.await();

        assertThat(pauses).hasValue(0);
    }

    @Test
    public void doesNotWaitWhereNobodyCameForAWhile() {
        gathering.done(2);
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(1));

        gathering.await();

        assertThat(pauses).hasValue(0);
    }
}
