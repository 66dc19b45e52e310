package com.allleads.api.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The policy as it was published last. Safe for use by many threads. */
@ProviderType
public interface PublishedPolicy {

    /**
     * The version in force.
     *
     * @param language a tag of BCP 47; English where the policy has no words in it
     */
    Optional<Version> inForce(String language);

    /**
     * A version of the policy.
     *
     * @param number from 1
     * @param publishedAt when
     * @param sections what it says in plain words
     */
    record Version(int number, Instant publishedAt, List<Section> sections) {}

    /**
     * A part of the policy.
     *
     * @param id stable from version to version
     * @param title its heading
     * @param text its words; paragraphs are parted by an empty line
     */
    record Section(String id, String title, String text) {}
}
