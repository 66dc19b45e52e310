package com.allleads.portal.rendering;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** A part of the operators' navigation: the pages whose ranks begin with its hundred, up to the next one. */
public enum MenuSection {
    PEOPLE(100),
    MONEY(200),
    SERVICES(300),
    PRIVACY(400),
    SITE(800);

    private final int firstRank;

    MenuSection(int firstRank) {
        this.firstRank = firstRank;
    }

    /** That of a page; none before the first. */
    public static Optional<MenuSection> of(int rank) {
        return Arrays.stream(values())
                .filter(section -> section.firstRank <= rank)
                .max(Comparator.naturalOrder());
    }

    /** The key of its name among the common texts. */
    public String key() {
        return "nav.section." + name().toLowerCase(Locale.ROOT);
    }
}
