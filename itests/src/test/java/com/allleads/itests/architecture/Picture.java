package com.allleads.itests.architecture;

import java.util.List;
import java.util.Optional;

/**
 * Who may import whom, from top to bottom. A bundle belongs to the first room whose pattern its name matches; a bundle that
 * belongs to none breaks the build until it is given a room here.
 */
enum Picture {
    EDGE("rest|portal", "api"),
    ADAPTER("(payment|channel|sink|source|partner)\\..+", "spi"),
    INFRASTRUCTURE("store|provisioning|metrics|glassbox|backup", "api"),
    CAPABILITY("audit|consent|vault|policy|registration|billing|catalog|notification", "api", "spi"),
    OFFERED_CONTRACT("api", "api", "spi"),
    ASKED_CONTRACT("spi", "spi");

    private static final String PREFIX = "com.allleads.";

    private final String names;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> contracts;

    Picture(String names, String... contracts) {
        this.names = names;
        this.contracts = List.of(contracts);
    }

    static Optional<Picture> roomOf(String bundle) {
        return List.of(values()).stream()
                .filter(room -> bundle.startsWith(PREFIX)
                        && bundle.substring(PREFIX.length()).matches(room.names))
                .findFirst();
    }

    /** Whether a bundle of this room may import the package, as far as the platform's own packages go. */
    boolean mayImport(String importedPackage) {
        return !importedPackage.startsWith(PREFIX)
                || contracts.stream().anyMatch(contract -> importedPackage.startsWith(PREFIX + contract + "."));
    }

    boolean isContract() {
        return this == OFFERED_CONTRACT || this == ASKED_CONTRACT;
    }
}
