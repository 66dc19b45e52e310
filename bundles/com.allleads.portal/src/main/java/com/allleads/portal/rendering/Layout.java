package com.allleads.portal.rendering;

import com.allleads.api.portal.PageAnswer;
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
    public String page(PageView view, Templates templates, PageAnswer.Show show) {
        return frame(view, content(view, templates, show));
    }

    /** What a page or panel shows, without the frame. */
    static String content(PageView view, Templates templates, PageAnswer.Show show) {
        Map<String, Object> all = new HashMap<>(show.model());
        all.put(VIEW, view);
        return templates.render(show.owner(), show.template(), all, view.language());
    }

    /** A page that says what went wrong and what to do. */
    public String problem(PageView view, Problem problem) {
        Map<String, Object> model = Map.of(VIEW, view, "problem", problem);
        return frame(view, own.render(Layout.class, "problem.ftl", model, view.language()));
    }

    /** What the portal itself says in words. */
    public Speech speech() {
        return own.speech();
    }

    /** The page's own HTML is markup already, and told to be. */
    private String frame(PageView view, String html) {
        try {
            Map<String, Object> model = Map.of(
                    VIEW, view, "content", HTMLOutputFormat.INSTANCE.fromMarkup(html), "live", html.contains(" hx-"));
            return own.render(Layout.class, "layout.ftl", model, view.language());
        } catch (TemplateModelException e) {
            throw new IllegalStateException("the layout cannot take the page", e);
        }
    }
}
