package com.allleads.portal;

import com.allleads.api.operator.Operator;
import com.allleads.api.portal.PageAnswer.Show;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Problem;
import com.allleads.portal.Portal.Visit;
import com.allleads.portal.assets.Assets;
import com.allleads.portal.rendering.Layout;
import com.allleads.portal.rendering.PageView;
import com.allleads.portal.request.Incoming;
import com.allleads.portal.session.FormMarks;
import com.allleads.portal.session.Visitor;
import com.allleads.portal.texts.Languages;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes replies of what pages show, and of what went wrong. */
@Component(service = PageFrame.class)
public final class PageFrame {

    private static final Logger LOG = LoggerFactory.getLogger(PageFrame.class);

    private final InstalledPages pages;
    private final FormMarks marks;
    private final Assets assets;
    private final PortalSettings settings;
    private final Layout layout = new Layout();

    @Activate
    public PageFrame(
            @Reference InstalledPages pages,
            @Reference FormMarks marks,
            @Reference Assets assets,
            @Reference PortalSettings settings) {
        this.pages = pages;
        this.marks = marks;
        this.assets = assets;
        this.settings = settings;
    }

    /** What a page shows. */
    Reply page(Visit visit, InstalledPage page, Show show) {
        Locale language = visit.in().language();
        PageView view = view(
                visit.path(),
                page.title(language),
                visit.visitor(),
                visit.notice(),
                visit.in().optedOut(),
                language);
        boolean personal =
                visit.visitor().signedIn() || visit.submitted() || page.info().access() != Access.Role.PUBLIC;
        return Reply.page(show.status(), layout.page(view, page.templates(), show), personal, language)
                .letting(show.hosts(), show.leavesFor());
    }

    /** What could not be done, and what to do. */
    Reply problem(Incoming in, Visitor visitor, Problem problem) {
        return problem(in.path(), visitor, in.optedOut(), in.language(), problem);
    }

    /** A request that cannot even be read. */
    Reply unreadable(Problem problem) {
        return problem("", Visitor.ANYONE, false, Languages.FIRST, problem);
    }

    private Reply problem(String path, Visitor visitor, boolean optedOut, Locale language, Problem problem) {
        String title = layout.speech().explain(language, problem.title());
        PageView view = view(path, title, visitor, Optional.empty(), optedOut, language);
        return Reply.page(problem.status(), layout.problem(view, problem), true, language);
    }

    /** What should not happen: logged once, under a reference that the page names. */
    Reply failure(Incoming in, Visitor visitor, RuntimeException cause) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        // The path of an unknown page is the visitor's own text and stays out of the log.
        String path = pages.at(in.path()).map(page -> page.info().path()).orElse("unknown");
        LOG.error("Page {} failed, reference {}", path, reference, cause);
        return problem(
                in,
                visitor,
                Problem.of(
                        500,
                        "internal-error",
                        "Something went wrong on our side.",
                        "Try again in a minute. If it stays so, tell us this reference: " + reference + "."));
    }

    private PageView view(
            String path, String title, Visitor visitor, Optional<String> notice, boolean optedOut, Locale language) {
        return new PageView(
                settings.siteName(),
                title,
                path,
                assets.folder(),
                language,
                visitor.caller().person().isPresent(),
                visitor.caller().operator(),
                visitor.carried(),
                visitor.carried() ? visitor.token() : Optional.empty(),
                marks.mark(visitor),
                pages.menu(Set.of(Access.Role.PUBLIC), language),
                pages.menu(ownPart(visitor), language),
                pages.paths(),
                notice,
                optedOut);
    }

    private static Set<Access.Role> ownPart(Visitor visitor) {
        Optional<Operator> operator = visitor.caller().operator();
        if (operator.isPresent()) {
            return operator.get().mayAct()
                    ? Set.of(Access.Role.VIEWER, Access.Role.OPERATOR)
                    : Set.of(Access.Role.VIEWER);
        }
        return visitor.signedIn() ? Set.of(Access.Role.PERSON) : Set.of();
    }
}
