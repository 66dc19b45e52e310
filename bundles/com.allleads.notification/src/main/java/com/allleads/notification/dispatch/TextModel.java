package com.allleads.notification.dispatch;

import com.allleads.api.vault.Field;
import java.util.HashMap;
import java.util.Map;

/** What a template can name: the message's values, the person's fields by the parts of their names, and the site. */
final class TextModel {

    private TextModel() {}

    static Map<String, Object> of(Map<String, String> values, Map<Field, String> fields, DispatchSettings settings) {
        Map<String, Object> model = new HashMap<>(values);
        fields.forEach((field, value) -> put(model, field.name().split("\\."), value));
        model.put("site", Map.of("name", settings.siteName(), "url", settings.siteUrl()));
        return model;
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> model, String[] path, String value) {
        Map<String, Object> map = model;
        for (int i = 0; i < path.length - 1; i++) {
            map = (Map<String, Object>) map.compute(
                    path[i], (part, present) -> present instanceof Map ? present : new HashMap<String, Object>());
        }
        map.put(path[path.length - 1], value);
    }
}
