package com.allleads.portal;

import java.util.Dictionary;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/** A service reference for tests: ordered by ranking, as the framework orders them. */
record PageReference<S>(int ranking, long id) implements ServiceReference<S> {

    @Override
    public int compareTo(Object other) {
        PageReference<?> that = (PageReference<?>) other;
        return ranking != that.ranking ? Integer.compare(ranking, that.ranking) : Long.compare(that.id, id);
    }

    @Override
    public Object getProperty(String key) {
        return null;
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
        return null;
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
