package com.allleads.store.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.allleads.store.testing.StoreRule;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.ClassRule;
import org.junit.Test;

public class UsedLatelyTest {

    @ClassRule
    public static final StoreRule STORE = new StoreRule();

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    public void doesNotAskAboutAConnectionThatWasJustUsed() throws SQLException {
        try (Connection real = STORE.dataSource().getConnection()) {
            Connection trusting = UsedLately.trusting(counting(real));

            for (int i = 0; i < 10; i++) {
                trusting.prepareStatement("values 1").close();
                assertThat(trusting.isValid(1)).isTrue();
            }
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    public void asksAboutOneThatLayIdle() throws SQLException {
        try (Connection real = STORE.dataSource().getConnection()) {
            Connection trusting = UsedLately.trusting(counting(real));

            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> trusting.isValid(1) && asked.get() > 0);
        }
    }

    @Test
    public void oneThatIsClosedIsNotValid() throws SQLException {
        Connection real = STORE.dataSource().getConnection();
        Connection trusting = UsedLately.trusting(counting(real));
        real.close();

        assertThat(trusting.isValid(1)).isFalse();
    }

    @Test
    public void failsAsTheConnectionDoes() throws SQLException {
        try (Connection real = STORE.dataSource().getConnection()) {
            Connection trusting = UsedLately.trusting(real);

            assertThat(catchThrowable(() -> trusting.prepareStatement("no words")))
                    .isInstanceOf(SQLException.class);
        }
    }

    /** Counts how often the database is asked whether the connection works. */
    private Connection counting(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                UsedLatelyTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("isValid")) {
                        asked.incrementAndGet();
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
