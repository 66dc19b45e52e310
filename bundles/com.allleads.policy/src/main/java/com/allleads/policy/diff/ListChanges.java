package com.allleads.policy.diff;

import com.allleads.policy.versions.PolicyContent.Asked;
import com.allleads.policy.versions.PolicyContent.Kept;
import com.allleads.policy.versions.PolicyContent.Lists;
import com.allleads.policy.versions.PolicyContent.Party;
import com.allleads.policy.versions.PolicyContent.Point;
import com.allleads.policy.versions.PolicyContent.Use;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** Finds what changed in the lists of the policy: who receives more, what is asked anew, what is used for something else. */
final class ListChanges {

    private final List<ListChange> found = new ArrayList<>();

    private ListChanges() {}

    static List<ListChange> between(Lists before, Lists after) {
        ListChanges changes = new ListChanges();
        changes.parties(before.parties(), after.parties());
        changes.purposes(before.purposes(), after.purposes());
        changes.points(before.points(), after.points());
        changes.retention(before.retention(), after.retention());
        return List.copyOf(changes.found);
    }

    private void parties(List<Party> before, List<Party> after) {
        compare(
                before,
                after,
                Party::name,
                gone -> add("party.gone", gone.legalName()),
                came -> add("party.new", came.legalName(), came.role(), came.receives(), came.retention()),
                (old, now) -> {
                    List<String> more = minus(now.receives(), old.receives());
                    List<String> less = minus(old.receives(), now.receives());
                    addUnlessEmpty("party.receives", now.legalName(), more);
                    addUnlessEmpty("party.receives.not", now.legalName(), less);
                    addIfDifferent("party.keeps", now.legalName(), old.retention(), now.retention());
                    addUnlessEmpty("party.uses", now.legalName(), minus(now.uses(), old.uses()));
                    addUnlessEmpty("party.uses.not", now.legalName(), minus(old.uses(), now.uses()));
                    addIfDifferent("party.name", now.name(), old.legalName(), now.legalName());
                    addIfDifferent("party.policy", now.legalName(), old.policy(), now.policy());
                    addIfDifferent("party.role", now.legalName(), old.role(), now.role());
                });
    }

    private void purposes(List<Use> before, List<Use> after) {
        compare(
                before,
                after,
                Use::id,
                gone -> add("purpose.gone", gone.title()),
                came -> add(came.waits() ? "purpose.new.waits" : "purpose.new", came.title(), came.text()),
                (old, now) -> {
                    addIfDifferent(
                            now.waits() ? "purpose.text.waits" : "purpose.text", now.title(), old.text(), now.text());
                    addIfDifferent("purpose.basis", now.title(), "basis." + old.basis(), "basis." + now.basis());
                    if (old.fields().isEmpty() != now.fields().isEmpty()) {
                        add(
                                now.fields().isEmpty() ? "purpose.reads.any" : "purpose.reads.only",
                                now.title(),
                                now.fields());
                    } else {
                        addUnlessEmpty("purpose.reads", now.title(), minus(now.fields(), old.fields()));
                        addUnlessEmpty("purpose.reads.not", now.title(), minus(old.fields(), now.fields()));
                    }
                    addIfDifferent("purpose.title", old.title(), old.title(), now.title());
                });
    }

    private void points(List<Point> before, List<Point> after) {
        compare(
                before,
                after,
                Point::id,
                gone -> add("point.gone", gone.title()),
                came -> add(
                        "point.new",
                        came.title(),
                        came.fields().stream().map(Asked::name).toList()),
                this::point);
    }

    private void point(Point old, Point now) {
        compare(
                old.fields(),
                now.fields(),
                Asked::name,
                gone -> add("field.gone", now.title(), List.of(gone.name())),
                came -> add("field.new", now.title(), List.of(came.name()), came.use()),
                (earlier, later) -> {
                    if (!earlier.use().equals(later.use())) {
                        add("field.use", now.title(), List.of(later.name()), earlier.use(), later.use());
                    }
                    if (earlier.required() != later.required()) {
                        add(later.required() ? "field.required" : "field.optional", now.title(), List.of(later.name()));
                    }
                });
        addUnlessEmpty("point.offers", now.title(), minus(now.offers(), old.offers()));
        addUnlessEmpty("point.offers.not", now.title(), minus(old.offers(), now.offers()));
        addIfDifferent("point.title", old.title(), old.title(), now.title());
    }

    private void retention(List<Kept> before, List<Kept> after) {
        compare(
                before,
                after,
                Kept::what,
                gone -> add("kept.gone", gone.what()),
                came -> add("kept.new", came.what(), came.howLong()),
                (old, now) -> addIfDifferent("kept.changed", now.what(), old.howLong(), now.howLong()));
    }

    private static <T> void compare(
            List<T> before,
            List<T> after,
            Function<T, String> name,
            Consumer<T> gone,
            Consumer<T> came,
            BiConsumer<T, T> stayed) {
        Map<String, T> old = new LinkedHashMap<>();
        before.forEach(one -> old.put(name.apply(one), one));
        Map<String, T> now = new LinkedHashMap<>();
        after.forEach(one -> now.put(name.apply(one), one));
        now.forEach((key, one) -> {
            T earlier = old.get(key);
            if (earlier == null) {
                came.accept(one);
            } else if (!Objects.equals(earlier, one)) {
                stayed.accept(earlier, one);
            }
        });
        old.forEach((key, one) -> {
            if (!now.containsKey(key)) {
                gone.accept(one);
            }
        });
    }

    private void add(String kind, Object... arguments) {
        found.add(ListChange.of(kind, arguments));
    }

    private void addUnlessEmpty(String kind, String who, List<String> names) {
        if (!names.isEmpty()) {
            add(kind, who, names);
        }
    }

    private void addIfDifferent(String kind, String who, String before, String after) {
        if (!before.equals(after)) {
            add(kind, who, before, after);
        }
    }

    private static List<String> minus(List<String> from, List<String> what) {
        return from.stream().filter(one -> !what.contains(one)).toList();
    }
}
