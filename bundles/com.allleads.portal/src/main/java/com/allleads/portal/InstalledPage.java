package com.allleads.portal;

import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.rest.Access;
import com.allleads.portal.rendering.MenuSection;
import com.allleads.portal.rendering.PageView.MenuLink;
import com.allleads.portal.rendering.Speech;
import com.allleads.portal.rendering.Templates;
import java.util.Locale;

/**
 * A page that is installed at this moment, with the templates of its bundle; both go together.
 *
 * @param page the page
 * @param info where it is
 * @param templates what its bundle brings
 */
record InstalledPage(Page page, PageInfo info, Templates templates) {

    /** What the page says in words. */
    Speech speech() {
        return templates.speech();
    }

    /** The page's title, in a language. */
    String title(Locale language) {
        return speech().say(language, info.title());
    }

    /** Its place in the navigation, in a language; only for one that has a place. */
    MenuLink link(Locale language) {
        PageInfo.MenuEntry entry = info.menu().orElseThrow();
        return new MenuLink(info.path(), speech().say(language, entry.label()), title(language), section(entry));
    }

    /** Only operators have so many pages. */
    private String section(PageInfo.MenuEntry entry) {
        boolean operators = info.access() == Access.Role.VIEWER || info.access() == Access.Role.OPERATOR;
        return operators ? MenuSection.of(entry.rank()).map(MenuSection::key).orElse("") : "";
    }

    static InstalledPage of(Page page) {
        return new InstalledPage(page, page.info(), new Templates(page.getClass()));
    }
}
