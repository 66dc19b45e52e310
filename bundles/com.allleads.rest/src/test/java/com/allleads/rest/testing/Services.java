package com.allleads.rest.testing;

import com.allleads.api.rest.RestResource;
import java.lang.reflect.Proxy;
import java.util.Dictionary;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/** As much of a service registry as resources need. */
public final class Services {

    private final Map<ServiceReference<?>, RestResource> services = new ConcurrentHashMap<>();

    /** A context that gives the services out. */
    public BundleContext context() {
        return (BundleContext) Proxy.newProxyInstance(
                Services.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getService" -> services.get(arguments[0]);
                    case "ungetService" -> true;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    /** A reference to a service that can be had. */
    public ServiceReference<RestResource> register(String prefix, int ranking, RestResource resource) {
        ServiceReference<RestResource> reference = new Reference(prefix, ranking);
        services.put(reference, resource);
        return reference;
    }

    /** A reference to a service that cannot be had until it is {@linkplain #provide provided}. */
    public ServiceReference<RestResource> announce(String prefix) {
        return new Reference(prefix, 0);
    }

    public void provide(ServiceReference<RestResource> reference, RestResource resource) {
        services.put(reference, resource);
    }

    /** Drops the service itself. */
    public void forget(ServiceReference<RestResource> reference) {
        services.remove(reference);
    }

    private static final class Reference implements ServiceReference<RestResource> {

        private final String prefix;
        private final int ranking;

        Reference(String prefix, int ranking) {
            this.prefix = prefix;
            this.ranking = ranking;
        }

        @Override
        public Object getProperty(String key) {
            return key.equals(RestResource.PREFIX) ? prefix : null;
        }

        @Override
        public String[] getPropertyKeys() {
            return new String[] {RestResource.PREFIX};
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
        public int compareTo(Object other) {
            return Integer.compare(ranking, ((Reference) other).ranking);
        }

        @Override
        public Dictionary<String, Object> getProperties() {
            return FrameworkUtil.asDictionary(Map.of(RestResource.PREFIX, prefix));
        }

        @Override
        public <A> A adapt(Class<A> type) {
            throw new UnsupportedOperationException();
        }
    }
}
