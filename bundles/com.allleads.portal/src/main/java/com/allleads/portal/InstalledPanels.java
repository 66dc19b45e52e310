package com.allleads.portal;

import com.allleads.api.portal.PageAnswer.Show;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.portal.Panel;
import com.allleads.api.rest.Access;
import com.allleads.portal.rendering.ShownPanel;
import com.allleads.portal.rendering.Templates;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The panels that are installed at this moment. */
@Component(service = InstalledPanels.class)
public final class InstalledPanels {

    private static final Logger LOG = LoggerFactory.getLogger(InstalledPanels.class);

    private static final Show UNAVAILABLE =
            new Show(InstalledPanels.class, "rendering/unavailable.ftl", Map.of(), 200, Set.of());

    private final Map<ServiceReference<Panel>, InstalledPanel> installed = new ConcurrentSkipListMap<>();
    private final Templates own = new Templates(InstalledPanels.class);

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(ServiceReference<Panel> reference, Panel panel) {
        installed.put(reference, new InstalledPanel(panel, panel.info(), new Templates(panel.getClass())));
    }

    void remove(ServiceReference<Panel> reference) {
        installed.remove(reference);
    }

    /** What the panels for an audience show at this moment, in their order; those that have nothing to say are left out. */
    public List<ShownPanel> shown(Access.Role audience, PageRequest request) {
        return installed.values().stream()
                .filter(panel -> panel.info().audience() == audience)
                .sorted(Comparator.comparingInt(
                                (InstalledPanel panel) -> panel.info().rank())
                        .thenComparing(panel -> panel.info().title()))
                .map(panel -> shown(panel, request))
                .flatMap(Optional::stream)
                .toList();
    }

    /** One that fails says that it is not available, and the others stay. */
    private Optional<ShownPanel> shown(InstalledPanel panel, PageRequest request) {
        String title =
                panel.templates().speech().say(request.language(), panel.info().title());
        try {
            Show show = panel.panel().show(request);
            return Boolean.TRUE.equals(show.model().get("empty"))
                    ? Optional.empty()
                    : Optional.of(new ShownPanel(title, panel.info().path(), panel.templates(), show));
        } catch (RuntimeException e) {
            LOG.warn(
                    "Panel {} failed: {}",
                    panel.panel().getClass().getName(),
                    e.getClass().getName());
            return Optional.of(new ShownPanel(title, panel.info().path(), own, UNAVAILABLE));
        }
    }

    private record InstalledPanel(Panel panel, Panel.Info info, Templates templates) {}
}
