package com.allleads.api.proof;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The heads of chains as they were signed into a file outside the database (promise {@code security.alteration}). Safe for use
 * by many threads; reads the whole file each time.
 */
@ProviderType
public interface SignedHeads {

    /** Looks for the heads that were signed last among the links of a source's chains. */
    Comparison compare(ChainSource source);

    /**
     * What was found.
     *
     * @param heads how many signed heads were looked for
     * @param signedAt when the last of them were signed; empty where none was yet
     * @param breaks what is wrong: with the file, and with chains that do not have a link that was signed; empty where all is
     *     well
     */
    record Comparison(long heads, Optional<Instant> signedAt, List<String> breaks) {

        /** Copies the list. */
        public Comparison {
            breaks = List.copyOf(breaks);
        }
    }
}
