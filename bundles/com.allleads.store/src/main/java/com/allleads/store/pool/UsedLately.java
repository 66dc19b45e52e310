package com.allleads.store.pool;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/**
 * A connection that is valid without asking the database where it was used a moment ago and its driver did not give it up since.
 * A pool asks at every borrowing, which on a busy site is half of all that the database is asked.
 */
final class UsedLately implements InvocationHandler {

    /** As other pools have it: whoever restarts a database takes longer. */
    static final long TRUSTED_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private static final String QUESTION = "isValid";

    private final Connection connection;
    /** Of {@link System#nanoTime}; a connection has one user at a time, and the pool hands it from thread to thread. */
    private volatile long usedAt;

    private UsedLately(Connection connection) {
        this.connection = connection;
        this.usedAt = System.nanoTime();
    }

    static Connection trusting(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                UsedLately.class.getClassLoader(), new Class<?>[] {Connection.class}, new UsedLately(connection));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals(QUESTION)) {
            return isValid((int) arguments[0]);
        }
        usedAt = System.nanoTime();
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private boolean isValid(int seconds) throws SQLException {
        if (System.nanoTime() - usedAt < TRUSTED_NANOS) {
            // What broke is closed by the driver.
            return !connection.isClosed();
        }
        boolean valid = connection.isValid(seconds);
        usedAt = System.nanoTime();
        return valid;
    }
}
