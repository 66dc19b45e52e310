package com.allleads.api.portal;

import com.allleads.api.rest.Access;
import java.util.Optional;

/**
 * Where a page is and who may see it. Title and label are keys of texts beside the page's class, see {@link Text}.
 *
 * <p>Whoever may see a page may submit its forms too, save one: on a page for {@code VIEWER} a form that is submitted needs
 * an operator who may act.
 *
 * @param path absolute, as in {@code /account/cards}; nothing personal in it
 * @param title for the window and the heading, a text's key
 * @param access who may see it
 * @param menu where it stands in the navigation, where it does
 */
public record PageInfo(String path, String title, Access.Role access, Optional<MenuEntry> menu) {

    /** A page in the navigation. */
    public static PageInfo inMenu(String path, String title, Access.Role access, String label, int rank) {
        return new PageInfo(path, title, access, Optional.of(new MenuEntry(label, rank)));
    }

    /** A page that is reached from other pages. */
    public static PageInfo hidden(String path, String title, Access.Role access) {
        return new PageInfo(path, title, access, Optional.empty());
    }

    /**
     * A page's place in the navigation.
     *
     * @param label what is clicked, a text's key
     * @param rank smaller ones come first. On the operators' pages the hundreds are sections: 100 people, 200 money, 300 services
     *     and messages, 400 to 700 privacy, 800 and above the site itself; what is below 100 stands before them
     */
    public record MenuEntry(String label, int rank) {}
}
