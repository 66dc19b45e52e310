package com.allleads.portal.rendering;

import java.util.List;
import java.util.Optional;

/**
 * What layout and components know of the request; in every template under the name {@code portal}.
 *
 * @param site the site's name
 * @param title the page's title
 * @param path the page's path
 * @param assets the folder of style sheets and pictures, which changes with their content
 * @param signedIn whether a person is signed in
 * @param carried whether links must carry the session
 * @param session the session's token where it must be carried
 * @param mark the mark of the site's own forms
 * @param menu the public part of the navigation
 * @param accountMenu the signed-in person's part of the navigation
 * @param pages the paths of all pages installed, so that no link leads nowhere
 * @param notice what an action just done has to say
 * @param optedOut whether the browser sent the Global Privacy Control signal
 */
public record PageView(
        String site,
        String title,
        String path,
        String assets,
        boolean signedIn,
        boolean carried,
        Optional<String> session,
        String mark,
        List<MenuLink> menu,
        List<MenuLink> accountMenu,
        List<String> pages,
        Optional<String> notice,
        boolean optedOut) {

    /**
     * An entry of the navigation.
     *
     * @param path where it leads
     * @param label what is clicked
     * @param title the page's title
     */
    public record MenuLink(String path, String label, String title) {}

    /** Leaves the session out. */
    @Override
    public String toString() {
        return "PageView[" + path + "]";
    }
}
