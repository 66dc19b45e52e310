package com.allleads.api.proof;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Registered as a service by every capability that keeps chains of hashes, so that their heads are signed into a file outside
 * the database: a chain that is cut at its end looks whole by itself. Called by any thread.
 */
@ConsumerType
public interface ChainSource {

    /** The capability's name for its chains, as in {@code vault-uses}. */
    String name();

    /** How far each chain goes now, as committed; one without a link may be left out. */
    List<Head> heads();

    /**
     * The hash of a link as it stands now.
     *
     * @param chain the chain's name
     * @param links the number of the link, from 1
     * @return empty where there is no such link
     */
    Optional<String> hash(String chain, long links);

    /**
     * How far a chain goes.
     *
     * @param chain its name among the source's
     * @param links how many links it has
     * @param hash the hash of the last one, in hex
     */
    record Head(String chain, long links, String hash) {}
}
