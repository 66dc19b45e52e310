package com.allleads.portal.pages;

import com.allleads.api.consent.CollectionPoint.AskedField;
import com.allleads.api.consent.PointNotice;
import com.allleads.api.consent.PointNotice.OfferedPurpose;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A collection point as the privacy page shows it.
 *
 * @param title what people call it
 * @param groups what it asks for; parts of one thing with one use, as of an address, stand together
 * @param purposes the optional purposes that it offers
 */
public record ShownPoint(String title, List<Group> groups, List<OfferedPurpose> purposes) {

    /**
     * Fields that are asked for together.
     *
     * @param name the one field, or the thing that they are parts of
     * @param parts the names of the parts; empty for the one field
     * @param use what they are for
     * @param required whether the point cannot do without
     */
    public record Group(String name, List<String> parts, String use, boolean required) {}

    private record Key(String name, String use, boolean required) {}

    static ShownPoint of(PointNotice notice) {
        Map<Key, List<String>> grouped = new LinkedHashMap<>();
        for (AskedField field : notice.fields()) {
            int dot = field.name().indexOf('.');
            String name = dot < 0 ? field.name() : field.name().substring(0, dot);
            List<String> parts =
                    grouped.computeIfAbsent(new Key(name, field.use(), field.required()), key -> new ArrayList<>());
            if (dot >= 0) {
                parts.add(field.name().substring(dot + 1));
            }
        }
        List<Group> groups = new ArrayList<>();
        grouped.forEach((key, parts) -> groups.add(new Group(key.name(), parts, key.use(), key.required())));
        return new ShownPoint(notice.title(), groups, notice.purposes());
    }
}
