package com.allleads.notification.pages;

import com.allleads.api.audit.OperatorAct;
import com.allleads.api.portal.Chart;
import com.allleads.api.portal.Form;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.ProblemException;
import com.allleads.notification.OperatorActs;
import com.allleads.notification.announcement.Announcement;
import com.allleads.notification.announcement.Announcing;
import com.allleads.notification.announcement.Progress;
import com.allleads.notification.announcement.Progress.Sent;
import com.allleads.notification.announcement.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Announces something to everybody, and shows what was announced and how far that is. */
@Component(
        service = Page.class,
        property = {"allleads.command=allleads:announce", "allleads.command=allleads:announcements"})
public final class AnnouncementsPage implements Page {

    private static final String PATH = "/operator/announcements";
    private static final String TEMPLATE = "announcements.ftl";
    private static final int MOST = 20;

    private final Announcing announcing;
    private final Progress progress;
    private final OperatorActs acts;

    @Activate
    public AnnouncementsPage(
            @Reference Announcing announcing, @Reference Progress progress, @Reference OperatorActs acts) {
        this.announcing = announcing;
        this.progress = progress;
        this.acts = acts;
    }

    @Override
    public PageInfo info() {
        return PageInfo.inMenu(PATH, "announcements.title", Access.Role.VIEWER, "announcements.menu", 335);
    }

    @Override
    public PageAnswer handle(PageRequest request) {
        String language = request.language().getLanguage();
        if (!request.submitted()) {
            return PageAnswer.show(AnnouncementsPage.class, TEMPLATE, model(Form.blank(), language));
        }
        String reason = request.parameter("reason").orElse("");
        try {
            Announcement made = acts.perform(
                    OperatorAct.byPage(request.caller(), "announce").because(reason),
                    () -> announcing.announce(
                            words(request, "en"),
                            words(request, "es"),
                            request.parameter("service").filter("yes"::equals).isPresent(),
                            reason,
                            request.caller().getName()));
            return PageAnswer.goTo(PATH, "announcements.made", made.number());
        } catch (ProblemException refused) {
            Form form = Form.entered(request).refused(refused.problem());
            return PageAnswer.showInvalid(AnnouncementsPage.class, TEMPLATE, model(form, language));
        }
    }

    private static Words words(PageRequest request, String language) {
        return Words.entered(
                request.parameter("subject." + language).orElse(""),
                request.parameter("text." + language).orElse(""));
    }

    private Map<String, Object> model(Form form, String language) {
        List<Sent> newest = progress.newest(MOST);
        Map<String, Object> model = new HashMap<>();
        model.put("form", form);
        model.put(
                "announcements",
                newest.stream()
                        .map(sent -> ShownAnnouncement.of(sent, language))
                        .toList());
        model.put("going", newest.stream().anyMatch(sent -> !sent.complete()));
        model.put("most", MOST);
        model.put("longestSubject", Announcing.LONGEST_SUBJECT);
        model.put("longestText", Announcing.LONGEST_TEXT);
        model.put("longestReason", Announcing.LONGEST_REASON);
        model.put("chart", chart(newest));
        return model;
    }

    /** The oldest of them at the left. */
    private static Chart chart(List<Sent> newest) {
        List<Sent> shown = new ArrayList<>(newest);
        Collections.reverse(shown);
        return new Chart(
                Chart.Kind.BARS,
                shown.stream()
                        .map(sent -> Integer.toString(sent.announcement().number()))
                        .toList(),
                List.of(
                        series("announcements.delivered", Chart.Tone.GOOD, shown, Sent::delivered),
                        series("announcements.waiting", Chart.Tone.WAIT, shown, Sent::waiting),
                        series("announcements.given-up", Chart.Tone.BAD, shown, Sent::givenUp),
                        series("announcements.cancelled", Chart.Tone.PLAIN, shown, Sent::cancelled)));
    }

    private static Chart.Series series(String name, Chart.Tone tone, List<Sent> shown, ToLongFunction<Sent> figure) {
        return new Chart.Series(
                name,
                tone,
                shown.stream().map(sent -> (double) figure.applyAsLong(sent)).toList());
    }

    /**
     * An announcement as operators see it.
     *
     * @param number its number
     * @param at when it was made
     * @param by by whom
     * @param subject in the reader's language
     * @param text in the reader's language
     * @param accounts for how many active accounts it is, where that is known
     * @param stored how many messages there are
     * @param waiting how many are to be sent
     * @param delivered how many were sent
     * @param givenUp how many were given up
     * @param cancelled how many were not to be sent any more
     * @param done how many messages need nothing more
     * @param all how many there will be in the end
     * @param complete whether nothing is left to do
     */
    public record ShownAnnouncement(
            int number,
            Instant at,
            String by,
            String subject,
            String text,
            Optional<Long> accounts,
            long stored,
            long waiting,
            long delivered,
            long givenUp,
            long cancelled,
            long done,
            long all,
            boolean complete) {

        static ShownAnnouncement of(Sent sent, String language) {
            Announcement announcement = sent.announcement();
            Words words = announcement.in(language);
            return new ShownAnnouncement(
                    announcement.number(),
                    announcement.announcedAt(),
                    announcement.announcedBy(),
                    words.subject(),
                    words.text(),
                    sent.accounts(),
                    sent.stored(),
                    sent.waiting(),
                    sent.delivered(),
                    sent.givenUp(),
                    sent.cancelled(),
                    sent.stored() - sent.waiting(),
                    Math.max(1, Math.max(sent.accounts().orElse(0L), sent.stored())),
                    sent.complete());
        }
    }
}
