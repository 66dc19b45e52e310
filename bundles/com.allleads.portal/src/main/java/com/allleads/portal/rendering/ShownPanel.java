package com.allleads.portal.rendering;

import com.allleads.api.portal.PageAnswer.Show;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateHTMLOutputModel;
import freemarker.template.TemplateModelException;

/**
 * A panel as a start page shows it.
 *
 * @param title what it is called
 * @param path the page with more about it
 * @param templates those of the bundle that brings it
 * @param show what it shows
 */
public record ShownPanel(String title, String path, Templates templates, Show show) {

    /** Its content, for the frame that it is seen in; asked for by the template. */
    public TemplateHTMLOutputModel content(PageView view) throws TemplateModelException {
        return HTMLOutputFormat.INSTANCE.fromMarkup(Layout.content(view, templates, show));
    }
}
