package com.allleads.rest.hosting;

import java.util.function.Supplier;
import org.apache.cxf.Bus;

/** CXF finds its own parts by the thread's class loader, which at start-up may be anybody's. */
final class ContextLoader {

    private ContextLoader() {}

    static <T> T ofCxf(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Bus.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
