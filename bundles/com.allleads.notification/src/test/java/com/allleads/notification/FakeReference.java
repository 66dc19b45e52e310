package com.allleads.notification;

import java.util.Dictionary;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/** A reference as the framework would give it: of two, the one with the higher ranking is preferred. */
public record FakeReference<S>(int ranking) implements ServiceReference<S> {

    @Override
    public int compareTo(Object other) {
        return Integer.compare(ranking, ((FakeReference<?>) other).ranking);
    }

    @Override
    public Object getProperty(String key) {
        return key.equals(Constants.SERVICE_BUNDLEID) ? 1L : null;
    }

    @Override
    public String[] getPropertyKeys() {
        return new String[0];
    }

    @Override
    public Bundle getBundle() {
        return null;
    }

    @Override
    public Bundle[] getUsingBundles() {
        return new Bundle[0];
    }

    @Override
    public boolean isAssignableTo(Bundle bundle, String className) {
        return true;
    }

    @Override
    public Dictionary<String, Object> getProperties() {
        return FrameworkUtil.asDictionary(Map.of());
    }

    @Override
    public <A> A adapt(Class<A> type) {
        return null;
    }
}
