package com.mallory.payment;

import java.util.Arrays;
import org.osgi.framework.ServiceReference;

/** Asks who uses a service of its own, which would name bundles of the host. */
final class DirectUsers {

    private DirectUsers() {}

    static String of(ServiceReference<?> own) {
        return Arrays.toString(own.getUsingBundles());
    }
}
