package com.allleads.portal;

import com.allleads.api.portal.Page;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.PathsAway;
import com.allleads.portal.rendering.PageView.MenuLink;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The pages that are installed at this moment. A look at them sees one state, however they come and go meanwhile. */
@Component(service = InstalledPages.class)
public final class InstalledPages {

    private static final Comparator<InstalledPage> MENU_ORDER = Comparator.comparingInt(
                    (InstalledPage page) -> page.info().menu().orElseThrow().rank())
            .thenComparing(page -> page.info().path());

    private final SortedMap<ServiceReference<Page>, InstalledPage> installed = new TreeMap<>();
    private final PathsAway away;
    private volatile Map<String, InstalledPage> byPath = Map.of();

    @Activate
    public InstalledPages(BundleContext context) {
        this.away = new PathsAway(context, Clock.systemUTC());
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(ServiceReference<Page> reference, Page page) {
        InstalledPage added = InstalledPage.of(page);
        away.brought(added.info().path(), reference);
        synchronized (installed) {
            installed.put(reference, added);
            publish();
        }
    }

    void remove(ServiceReference<Page> reference) {
        synchronized (installed) {
            installed.remove(reference);
            publish();
        }
    }

    /** The references are sorted by ranking, lowest first, so the highest stays. */
    private void publish() {
        Map<String, InstalledPage> current = new LinkedHashMap<>();
        installed.values().forEach(page -> current.put(page.info().path(), page));
        byPath = Map.copyOf(current);
    }

    /** The page at a path. */
    Optional<InstalledPage> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** Whether there was a page at a path where there is none now, and may be again. */
    boolean isAway(String path) {
        return away.isAway(path);
    }

    /** The paths of all pages. */
    List<String> paths() {
        return List.copyOf(byPath.keySet());
    }

    /** The part of the navigation for a role, in its order and in a language. */
    List<MenuLink> menu(Set<Access.Role> roles, Locale language) {
        return byPath.values().stream()
                .filter(page -> roles.contains(page.info().access())
                        && page.info().menu().isPresent())
                .sorted(MENU_ORDER)
                .map(page -> page.link(language))
                .toList();
    }
}
