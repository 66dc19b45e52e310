package com.allleads.policy.rest;

import com.allleads.api.person.Slice;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.RestResource;
import com.allleads.api.rest.Summary;
import com.allleads.policy.diff.ListChange;
import com.allleads.policy.diff.PolicyDiff;
import com.allleads.policy.diff.PolicyDiff.SectionDiff;
import com.allleads.policy.diff.WordDiff.Change;
import com.allleads.policy.diff.WordDiff.Run;
import com.allleads.policy.versions.PolicyContent;
import com.allleads.policy.versions.PolicyContent.Kept;
import com.allleads.policy.versions.PolicyContent.Party;
import com.allleads.policy.versions.PolicyContent.Point;
import com.allleads.policy.versions.PolicyContent.Section;
import com.allleads.policy.versions.PolicyContent.Use;
import com.allleads.policy.versions.PolicyVersion;
import com.allleads.policy.versions.Versions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The versions of the policy, and what is different between them; public. */
@Component(service = RestResource.class, property = RestResource.PREFIX + "=/policy")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Access(Access.Role.PUBLIC)
public final class PolicyVersionsResource implements RestResource {

    private final Versions versions;

    @Activate
    public PolicyVersionsResource(@Reference Versions versions) {
        this.versions = versions;
    }

    @GET
    @Path("versions")
    @Summary("Every version, newest first. The first one in the list is in force.")
    public Slice<Published> all() {
        List<Published> all = new ArrayList<>();
        versions.all()
                .forEach(version -> all.add(new Published(version.number(), version.publishedAt(), version.reason())));
        Collections.reverse(all);
        return new Slice<>(all, Optional.empty());
    }

    @GET
    @Path("versions/{number}")
    @Summary("What a version says: its words, and the lists as they were when it was published.")
    public WholeVersion one(@PathParam("number") int number, @QueryParam("language") String language) {
        PolicyVersion version = find(number);
        PolicyContent content = version.content();
        return new WholeVersion(
                version.number(),
                version.publishedAt(),
                version.reason(),
                content.sections().stream()
                        .map(section -> words(section, known(language)))
                        .toList(),
                content.lists().points(),
                content.lists().purposes(),
                content.lists().parties(),
                content.lists().retention());
    }

    @GET
    @Path("versions/{number}/diff")
    @Summary("What a version changed, in plain words. Compared with the one before, or with the one in the query.")
    public Difference diff(
            @PathParam("number") int number,
            @QueryParam("from") Integer from,
            @QueryParam("language") String language) {
        PolicyVersion after = find(number);
        int earlier = from == null ? number - 1 : from;
        PolicyDiff diff = earlier == 0 && from == null
                ? PolicyDiff.NONE
                : PolicyDiff.between(find(earlier).content(), after.content());
        String tag = known(language);
        return new Difference(
                earlier,
                number,
                diff.lists().stream().map(change -> sentence(change, tag)).toList(),
                diff.sections().stream().map(section -> section(section, tag)).toList());
    }

    private PolicyVersion find(int number) {
        return versions.find(number).orElseThrow(() -> Problem.notFound("A version of the policy with this number")
                .exception());
    }

    private static String known(String language) {
        return language == null ? PolicyContent.LANGUAGES.get(0) : language;
    }

    private static Words words(Section section, String language) {
        return new Words(
                section.id(), section.in(language).title(), section.in(language).text());
    }

    private static ChangedList sentence(ListChange change, String language) {
        return new ChangedList(change.kind(), change.sentence(language));
    }

    private static ChangedSection section(SectionDiff section, String language) {
        return new ChangedSection(
                section.after().id(), section.title(language), section.change(), section.runs(language));
    }

    /**
     * A version.
     *
     * @param number from 1
     * @param publishedAt when
     * @param reason why
     */
    public record Published(int number, Instant publishedAt, String reason) {}

    /**
     * A version with all that it says.
     *
     * @param number from 1
     * @param publishedAt when
     * @param reason why
     * @param sections its words, in the language asked for where it has them
     * @param collectionPoints where data is collected
     * @param purposes what it is used for
     * @param outsideParties who outside receives it
     * @param retention how long it is kept
     */
    public record WholeVersion(
            int number,
            Instant publishedAt,
            String reason,
            List<Words> sections,
            List<Point> collectionPoints,
            List<Use> purposes,
            List<Party> outsideParties,
            List<Kept> retention) {}

    /**
     * A section.
     *
     * @param id stable from version to version
     * @param title its heading
     * @param text its words
     */
    public record Words(String id, String title, String text) {}

    /**
     * What is different.
     *
     * @param from the older version; 0 where there is none
     * @param to the newer version
     * @param lists what changed in the lists
     * @param sections the sections that came, went or were worded anew
     */
    public record Difference(int from, int to, List<ChangedList> lists, List<ChangedSection> sections) {}

    /**
     * A change in the lists.
     *
     * @param kind as in {@code party.receives}
     * @param sentence the change in plain words
     */
    public record ChangedList(String kind, String sentence) {}

    /**
     * A section that is different.
     *
     * @param id which
     * @param title its heading
     * @param change {@code NEW}, {@code GONE} or {@code CHANGED}
     * @param words its words with what became of each run
     */
    public record ChangedSection(String id, String title, Change change, List<Run> words) {}
}
