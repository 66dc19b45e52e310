package com.allleads.policy.versions;

import com.allleads.api.policy.PublishedPolicy;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The words of the version in force, for the privacy page. */
@Component
public final class WordsInForce implements PublishedPolicy {

    private final Versions versions;

    @Activate
    public WordsInForce(@Reference Versions versions) {
        this.versions = versions;
    }

    @Override
    public Optional<Version> inForce(String language) {
        return versions.latest()
                .map(version -> new Version(
                        version.number(),
                        version.publishedAt(),
                        version.content().sections().stream()
                                .map(section -> new Section(
                                        section.id(),
                                        section.in(language).title(),
                                        section.in(language).text()))
                                .toList()));
    }
}
