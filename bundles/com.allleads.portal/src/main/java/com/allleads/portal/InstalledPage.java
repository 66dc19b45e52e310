package com.allleads.portal;

import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageInfo;
import com.allleads.portal.rendering.Templates;

/**
 * A page that is installed at this moment, with the templates of its bundle; both go together.
 *
 * @param page the page
 * @param info where it is
 * @param templates what its bundle brings
 */
record InstalledPage(Page page, PageInfo info, Templates templates) {

    static InstalledPage of(Page page) {
        return new InstalledPage(page, page.info(), new Templates(page.getClass()));
    }
}
