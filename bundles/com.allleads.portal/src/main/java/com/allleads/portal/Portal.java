package com.allleads.portal;

import com.allleads.api.operator.OperatorCookie;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageAnswer.File;
import com.allleads.api.portal.PageAnswer.GoTo;
import com.allleads.api.portal.PageAnswer.Leave;
import com.allleads.api.portal.PageAnswer.SessionChange;
import com.allleads.api.portal.PageAnswer.Show;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.registration.SessionCookie;
import com.allleads.api.rest.Access;
import com.allleads.api.rest.Caller;
import com.allleads.api.rest.Problem;
import com.allleads.api.rest.ProblemException;
import com.allleads.portal.request.Incoming;
import com.allleads.portal.session.FormMarks;
import com.allleads.portal.session.Notices;
import com.allleads.portal.session.OptOutSignals;
import com.allleads.portal.session.Visitor;
import com.allleads.portal.session.Visitors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes a request to its page: who asks, may they, was the form theirs; then what the page answers becomes a reply. */
@Component(service = Portal.class)
public final class Portal {

    private static final String SIGN_IN = "/sign-in";
    private static final String OPERATOR_SIGN_IN = "/operator/sign-in";

    /** A page may send on to a page that sends on; more is a circle. */
    private static final int MOST_STEPS = 4;

    private final InstalledPages pages;
    private final Visitors visitors;
    private final FormMarks marks;
    private final Notices notices;
    private final PageFrame frame;
    private final OptOutSignals signals;

    @Activate
    public Portal(
            @Reference InstalledPages pages,
            @Reference Visitors visitors,
            @Reference FormMarks marks,
            @Reference Notices notices,
            @Reference PageFrame frame,
            @Reference OptOutSignals signals) {
        this.pages = pages;
        this.visitors = visitors;
        this.marks = marks;
        this.notices = notices;
        this.frame = frame;
        this.signals = signals;
    }

    /** Answers a request; what cannot be done is a page too. */
    Reply answer(Incoming in) {
        if (in.foreign()) {
            return frame.problem(in, Visitor.ANYONE, foreign());
        }
        Visitor visitor = Visitor.ANYONE;
        try {
            visitor = visitors.recognise(in);
            return renewed(answer(in, visitor), visitor, in.secure());
        } catch (ProblemException e) {
            return renewed(frame.problem(in, visitor, e.problem()), visitor, in.secure());
        } catch (RuntimeException e) {
            return renewed(frame.failure(in, visitor, e), visitor, in.secure());
        }
    }

    /** The cookie's replacement goes out with whatever is answered, unless that ends or begins a session. */
    private static Reply renewed(Reply reply, Visitor visitor, boolean secure) {
        return visitor.renewal()
                .filter(renewal -> reply.cookie().isEmpty())
                .map(renewal ->
                        reply.withCookie(SessionCookie.set(renewal.token(), Optional.of(renewal.keepUntil()), secure)))
                .orElse(reply);
    }

    private Reply answer(Incoming in, Visitor visitor) {
        if (in.post() && !in.looks() && in.form().isEmpty() && visitor.signedIn() && !visitor.carried()) {
            // A link that carried the session, although the browser keeps the cookie: from here on it need not.
            return Reply.seeOther(in.address());
        }
        if (in.form().isPresent() && !marks.isOurs(in.form().get(), visitor)) {
            throw outdated().exception();
        }
        Optional<String> notice = in.notice().flatMap(text -> notices.open(text, visitor));
        return step(new Visit(in, in.path(), in.parameters(), in.form().isPresent(), visitor, notice), 1);
    }

    private Reply step(Visit visit, int count) {
        if (count > MOST_STEPS) {
            throw new IllegalStateException("the pages send each other on in a circle at " + visit.path());
        }
        signals.heed(visit.in().optedOut(), visit.visitor());
        InstalledPage page =
                pages.at(visit.path()).orElseThrow(() -> missing(visit.path()).exception());
        Optional<Reply> refused = refuse(page.info(), visit);
        if (refused.isPresent()) {
            return refused.get();
        }
        PageAnswer answer = page.page().handle(visit.request());
        if (answer instanceof Show show) {
            return show(visit, page, show);
        }
        if (answer instanceof Leave leave) {
            return leave(visit, leave);
        }
        if (answer instanceof File file) {
            return Reply.file(file);
        }
        return goTo(visit, page, (GoTo) answer, count);
    }

    private Problem missing(String path) {
        return pages.isAway(path)
                ? Problem.unavailable("This page is not there at the moment; try again soon.")
                : Problem.notFound("The page");
    }

    /** Only a person's own act leads out of the site: a link that somebody sent them never does. */
    private static Reply leave(Visit visit, Leave leave) {
        if (!visit.submitted() || !SecurityHeaders.mayLeaveFor(leave.address())) {
            throw new IllegalStateException("the page at " + visit.path() + " sends on to where it may not");
        }
        return Reply.seeOther(leave.address().toASCIIString());
    }

    /** A form may have ended the session, as the one for erasure does: what is shown then is shown to nobody in particular. */
    private Reply show(Visit visit, InstalledPage page, Show show) {
        boolean ended = visit.submitted()
                && visit.visitor().signedIn()
                && !visitors.recognise(visit.in()).signedIn();
        return ended
                ? frame.page(visit.as(Visitor.ANYONE), page, show)
                        .withCookie(SessionCookie.remove(visit.in().secure()))
                : frame.page(visit, page, show);
    }

    private Optional<Reply> refuse(PageInfo info, Visit visit) {
        Caller caller = visit.visitor().caller();
        if (info.access() == Access.Role.PUBLIC) {
            return Optional.empty();
        }
        if (!visit.visitor().signedIn()) {
            return Optional.of(toSignIn(visit, info.access() == Access.Role.PERSON ? SIGN_IN : OPERATOR_SIGN_IN));
        }
        Access.Role needed =
                visit.submitted() && info.access() == Access.Role.VIEWER ? Access.Role.OPERATOR : info.access();
        return caller.is(needed)
                ? Optional.empty()
                : Optional.of(frame.problem(visit.in(), visit.visitor(), notAllowed()));
    }

    private Reply toSignIn(Visit visit, String signIn) {
        if (!visit.visitor().known() || pages.at(signIn).isEmpty()) {
            throw Problem.unavailable("Nobody can be signed in at the moment. Try again in a minute.")
                    .exception();
        }
        return Reply.seeOther(signIn + "?to=" + Address.encoded(visit.in().address()));
    }

    private Reply goTo(Visit visit, InstalledPage page, GoTo answer, int count) {
        Address target = Address.local(answer.path());
        SessionChange change = answer.session();
        boolean secure = visit.in().secure();
        Optional<String> notice =
                answer.notice().map(text -> page.speech().say(visit.in().language(), text));
        if (change instanceof SessionChange.Begin begin) {
            return begun(visit, target, begin.token(), notice, count)
                    .withCookie(SessionCookie.set(begin.token(), begin.keepUntil(), secure));
        }
        if (change instanceof SessionChange.BeginOperator begin) {
            return begun(visit, target, begin.token(), notice, count)
                    .withCookie(OperatorCookie.set(begin.token(), secure));
        }
        if (change instanceof SessionChange.End) {
            return seeOther(target, notice, Visitor.ANYONE).withCookie(SessionCookie.remove(secure));
        }
        if (change instanceof SessionChange.EndOperator) {
            return seeOther(target, notice, Visitor.ANYONE).withCookie(OperatorCookie.remove(secure));
        }
        if (visit.visitor().carried()) {
            return step(visit.on(target, visit.visitor(), notice), count + 1);
        }
        return seeOther(target, notice, visit.visitor());
    }

    /** Whether the browser keeps cookies is known only when one comes back: until then the session is carried. */
    private Reply begun(Visit visit, Address target, String token, Optional<String> notice, int count) {
        Visitor who = visitors.recognise(Optional.empty(), Optional.of(token), Incoming.inOperatorPart(target.path()));
        return step(visit.on(target, who, notice), count + 1);
    }

    private Reply seeOther(Address target, Optional<String> notice, Visitor visitor) {
        return Reply.seeOther(notice.map(text -> target.with(Incoming.NOTICE, notices.seal(text, visitor)))
                .orElse(target)
                .toString());
    }

    private static Problem foreign() {
        return Problem.of(
                403,
                "foreign-form",
                "This form did not come from this site.",
                "Nothing was done. Open the page here and fill in the form again.");
    }

    private static Problem outdated() {
        return Problem.of(
                403,
                "outdated-form",
                "This form was opened before you signed in, or in another session.",
                "Nothing was done. Open the page again and repeat what you wanted to do.");
    }

    private static Problem notAllowed() {
        return Problem.of(
                403,
                "not-allowed",
                "You may look at this, but not change it.",
                "Nothing was done. Ask an operator who may, or sign in as one.");
    }

    /**
     * One look at one page.
     *
     * @param in the request
     * @param path the page
     * @param parameters what the page is given
     * @param submitted whether its form was submitted
     * @param visitor who asks
     * @param notice what the page says at its top
     */
    record Visit(
            Incoming in,
            String path,
            Map<String, List<String>> parameters,
            boolean submitted,
            Visitor visitor,
            Optional<String> notice) {

        PageRequest request() {
            return new PageRequest(
                    submitted,
                    parameters,
                    visitor.caller(),
                    in.language(),
                    in.client(),
                    in.secure(),
                    in.device(),
                    in.optedOut());
        }

        /** The same, seen by somebody else. */
        Visit as(Visitor who) {
            return new Visit(in, path, parameters, submitted, who, notice);
        }

        /** Goes on to another page within the same request. */
        Visit on(Address target, Visitor who, Optional<String> says) {
            return new Visit(in, target.path(), target.parameters(), false, who, says);
        }

        /** Names the path alone. */
        @Override
        public String toString() {
            return "Visit[" + path + "]";
        }
    }
}
