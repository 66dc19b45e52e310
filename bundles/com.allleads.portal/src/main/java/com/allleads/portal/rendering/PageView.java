package com.allleads.portal.rendering;

import com.allleads.api.operator.Operator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What layout and components know of the request; in every template under the name {@code portal}.
 *
 * @param site the site's name
 * @param title the page's title
 * @param path the page's path
 * @param assets the folder of style sheets and pictures, which changes with their content
 * @param language what the page is shown in
 * @param signedIn whether a person is signed in
 * @param operator the operator who is signed in, on the operators' pages
 * @param carried whether links must carry the session
 * @param session the session's token where it must be carried
 * @param mark the mark of the site's own forms
 * @param menu the public part of the navigation
 * @param accountMenu the part of the navigation for whoever is signed in
 * @param pages the paths of all pages installed, so that no link leads nowhere
 * @param notice what an action just done has to say
 * @param optedOut whether the browser sent the Global Privacy Control signal
 */
public record PageView(
        String site,
        String title,
        String path,
        String assets,
        Locale language,
        boolean signedIn,
        Optional<Operator> operator,
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
     * @param section the key of the section's name; empty where it stands in none
     */
    public record MenuLink(String path, String label, String title, String section) {}

    /** Whether whoever looks may change something here. */
    public boolean mayAct() {
        return signedIn || operator.filter(Operator::mayAct).isPresent();
    }

    /** Leaves the session out. */
    @Override
    public String toString() {
        return "PageView[" + path + "]";
    }
}
