package com.allleads.portal.testing;

import com.allleads.api.operator.Operator;
import com.allleads.api.person.PersonId;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageAnswer.File;
import com.allleads.api.portal.PageAnswer.GoTo;
import com.allleads.api.portal.PageAnswer.Show;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.registration.Device;
import com.allleads.api.rest.Caller;
import com.allleads.portal.rendering.Layout;
import com.allleads.portal.rendering.PageView;
import com.allleads.portal.rendering.Templates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Looks at a page, or submits its form, as a browser does; for tests of the bundles that bring pages. */
public final class Look {

    private final Page page;
    private final Map<String, List<String>> parameters = new LinkedHashMap<>();
    private Caller caller = Caller.ANYONE;
    private Locale language = Locale.ENGLISH;

    private Look(Page page) {
        this.page = page;
    }

    /** At a page, without anybody signed in. */
    public static Look at(Page page) {
        return new Look(page);
    }

    /** Signed in. */
    public Look as(PersonId person) {
        caller = Caller.person(person, "session");
        return this;
    }

    /** As an operator who may act. */
    public Look asOperator() {
        caller = Caller.operator(new Operator("operator", Operator.Role.OPERATOR), "session");
        return this;
    }

    /** As somebody who reads another language. */
    public Look in(String tag) {
        language = Locale.forLanguageTag(tag);
        return this;
    }

    /** With a parameter of the query or a field of the form. */
    public Look with(String name, String value) {
        parameters.put(name, List.of(value));
        return this;
    }

    /** The request itself, for panels, which are shown within other pages. */
    public PageRequest request() {
        return request(false);
    }

    /** What the page shows, as HTML with its layout. */
    public String html() {
        return html(page.handle(request(false)));
    }

    /** What the page answers, before it is HTML. */
    public Show shown() {
        return (Show) page.handle(request(false));
    }

    /** The file that the page hands out, as text. */
    public String file() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ((File) page.handle(request(false))).content().writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What the page answers to its submitted form. */
    public PageAnswer submit() {
        return page.handle(request(true));
    }

    /** What the page shows after its form was submitted and accepted, as HTML with its layout. */
    public String submitted() {
        Show show = (Show) submit();
        if (show.status() >= 400) {
            throw new AssertionError("the form was refused: " + html(show));
        }
        return html(show);
    }

    /** What the page shows after its form was refused, as HTML with its layout. */
    public String refused() {
        Show show = (Show) submit();
        if (show.status() < 400) {
            throw new AssertionError("the form was not refused but answered with " + show.status());
        }
        return html(show);
    }

    /** Where the page goes after its form was submitted. */
    public GoTo gone() {
        PageAnswer answer = submit();
        if (answer instanceof GoTo goTo) {
            return goTo;
        }
        throw new AssertionError("the form was shown again: " + html(answer));
    }

    /** What the next page says at its top after the form was submitted; empty where it says nothing. */
    public String said() {
        return gone().notice()
                .map(text -> new Templates(page.getClass()).speech().say(language, text))
                .orElse("");
    }

    private String html(PageAnswer answer) {
        Show show = (Show) answer;
        return new Layout().page(view(), new Templates(page.getClass()), show);
    }

    private PageRequest request(boolean submitted) {
        return new PageRequest(submitted, parameters, caller, language, "192.0.2.1", false, Device.UNKNOWN, false);
    }

    private PageView view() {
        PageInfo info = page.info();
        return new PageView(
                "AllLeads",
                new Templates(page.getClass()).speech().say(language, info.title()),
                info.path(),
                "/assets/0",
                language,
                caller.person().isPresent(),
                caller.operator(),
                false,
                Optional.empty(),
                "mark",
                List.of(),
                List.of(),
                List.of(info.path()),
                Optional.empty(),
                false);
    }
}
