package com.allleads.notification.dispatch;

import com.allleads.api.notification.MessageTemplate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The kinds of messages that capabilities know to write at this moment; among two of one id, the one that OSGi prefers. */
@Component(service = InstalledTemplates.class)
public final class InstalledTemplates {

    private final Map<ServiceReference<MessageTemplate>, MessageTemplate> services =
            new TreeMap<>(Collections.reverseOrder());
    private volatile Map<String, MessageTemplate> templates = Map.of();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public synchronized void add(ServiceReference<MessageTemplate> reference, MessageTemplate template) {
        services.put(reference, template);
        templates = byId();
    }

    public synchronized void remove(ServiceReference<MessageTemplate> reference) {
        services.remove(reference);
        templates = byId();
    }

    Optional<MessageTemplate> find(String id) {
        return Optional.ofNullable(templates.get(id));
    }

    private Map<String, MessageTemplate> byId() {
        Map<String, MessageTemplate> byId = new LinkedHashMap<>();
        services.values().forEach(template -> byId.putIfAbsent(template.id(), template));
        return byId;
    }
}
