package com.allleads.glassbox.tries;

/** What a bundle in the box tried. */
public enum Kind {
    /** Asked for services that are not for it. */
    SERVICE,
    /** Offered a service of a type that nobody takes from a bundle in the box. */
    OFFER,
    /** Asked for other bundles. */
    BUNDLE,
    /** Wanted a package that is not for it. */
    PACKAGE,
    /** Wanted to join or to require another bundle. */
    BUNDLE_WIRE,
    /** Wanted the settings of another bundle. */
    SETTINGS,
    /** Named something in its manifest or files that a part of the host would carry out, such as a changelog. */
    EXTENSION,
    /** Has code that reaches through the framework's objects into other bundles. */
    CODE
}
