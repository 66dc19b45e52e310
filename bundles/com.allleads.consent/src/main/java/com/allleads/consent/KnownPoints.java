package com.allleads.consent;

import com.allleads.api.consent.CollectionPoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The collection points that are installed at this moment. */
@Component(service = KnownPoints.class)
public final class KnownPoints {

    private final Map<ServiceReference<CollectionPoint>, CollectionPoint> points = new ConcurrentSkipListMap<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(ServiceReference<CollectionPoint> reference, CollectionPoint point) {
        points.put(reference, point);
    }

    void remove(ServiceReference<CollectionPoint> reference) {
        points.remove(reference);
    }

    /** All of them, by id. Of two with one id, as while one version takes over from another, the one that OSGi prefers. */
    public List<CollectionPoint> all() {
        Map<String, CollectionPoint> byId = new TreeMap<>();
        // The order of service references is from the least to the most preferred.
        points.values().forEach(point -> byId.put(point.id(), point));
        return List.copyOf(byId.values());
    }

    /** One of them. */
    public Optional<CollectionPoint> find(String id) {
        return all().stream().filter(point -> point.id().equals(id)).findFirst();
    }
}
