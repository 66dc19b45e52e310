package com.allleads.portal.rendering;

import com.allleads.api.rest.Problem;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.TemplateModelException;
import java.util.HashMap;
import java.util.Map;

/** Puts what a page shows into the frame of the site. Its templates are the portal's own. */
public final class Layout {

    private static final String VIEW = "portal";

    private final Templates own = new Templates(Layout.class);

    /** A page of a capability. */
    public String page(
            PageView view, Templates templates, Class<?> beside, String template, Map<String, Object> model) {
        Map<String, Object> all = new HashMap<>(model);
        all.put(VIEW, view);
        return frame(view, templates.render(beside, template, all));
    }

    /** A page that says what went wrong and what to do. */
    public String problem(PageView view, Problem problem) {
        return frame(view, own.render(Layout.class, "problem.ftl", Map.of(VIEW, view, "problem", problem)));
    }

    /** The page's own HTML is markup already, and told to be. */
    private String frame(PageView view, String html) {
        try {
            return own.render(
                    Layout.class,
                    "layout.ftl",
                    Map.of(VIEW, view, "content", HTMLOutputFormat.INSTANCE.fromMarkup(html)));
        } catch (TemplateModelException e) {
            throw new IllegalStateException("the layout cannot take the page", e);
        }
    }
}
