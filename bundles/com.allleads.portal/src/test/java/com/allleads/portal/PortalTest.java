package com.allleads.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.allleads.api.operator.Operator;
import com.allleads.api.portal.Form;
import com.allleads.api.portal.Page;
import com.allleads.api.portal.PageAnswer;
import com.allleads.api.portal.PageAnswer.GoTo;
import com.allleads.api.portal.PageAnswer.SessionChange;
import com.allleads.api.portal.PageInfo;
import com.allleads.api.portal.PageRequest;
import com.allleads.api.portal.Text;
import com.allleads.api.rest.Access.Role;
import com.allleads.api.rest.Problem;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Rule;
import org.junit.Test;

public class PortalTest {

    private static final String COOKIE = "allleads-session=";
    private static final String OPERATOR = "allleads-operator=";

    @Rule
    public final PortalRule portal = new PortalRule();

    private final AtomicInteger done = new AtomicInteger();

    private static PageAnswer.Show shows(String value) {
        return PageAnswer.show(PortalTest.class, "shows.ftl", Map.of("value", value, "form", Form.blank()));
    }

    /** A page that does something when its form is submitted. */
    private PageAnswer does(PageRequest request) {
        if (request.submitted()) {
            done.incrementAndGet();
            return PageAnswer.goTo("/account", "Something was done.");
        }
        return shows("form");
    }

    @Test
    public void showsAPageInTheFrameOfTheSite() {
        portal.install("/shows", Role.PUBLIC, request -> shows("content"));

        HttpResponse<String> answer = portal.get("/shows");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(answer.body())
                .startsWith("<!DOCTYPE html>")
                .contains("<title>Title of /shows – AllLeads</title>", "<h1>Title of /shows</h1>", "content")
                .contains("aria-current=\"page\">Label of /shows</a>");
    }

    @Test
    public void escapesWhatAPageShows() {
        portal.install("/shows", Role.PUBLIC, request -> shows("<script>alert(\"1\")</script>"));

        assertThat(portal.get("/shows").body())
                .contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;")
                .doesNotContain("<script");
    }

    @Test
    public void sendsStrictHeadersWithEveryPage() {
        for (HttpResponse<String> answer : List.of(portal.get("/unknown"), portal.post("/x", "%"))) {
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .hasValue("default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self';"
                            + " img-src 'self'; frame-src 'none'; form-action 'self'; base-uri 'none';"
                            + " frame-ancestors 'none'");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        }
    }

    @Test
    public void keepsPagesOfAPersonOutOfEveryCache() {
        portal.install("/shows", Role.PUBLIC, request -> shows("content"));

        assertThat(portal.get("/shows").headers().firstValue("Cache-Control")).hasValue("private, no-cache");
        assertThat(portal.get("/shows", "Cookie", COOKIE + portal.people.signIn())
                        .headers()
                        .firstValue("Cache-Control"))
                .hasValue("no-store");
    }

    @Test
    public void handsOutAFileThatNobodyKeepsOnTheWay() {
        portal.install(
                "/file",
                Role.PUBLIC,
                request -> new PageAnswer.File(
                        "some-file.csv",
                        "text/csv;charset=utf-8",
                        out -> out.write("one,dos\u00e9".getBytes(StandardCharsets.UTF_8))));

        HttpResponse<String> answer = portal.get("/file");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("one,dos\u00e9");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv;charset=utf-8");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"some-file.csv\"");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    public void letsNoNameOfAFileIntoTheHeadersThatIsNotPlain() {
        for (String name : List.of("a\"b.csv", "a\r\nX: b", "", "../a")) {
            assertThatThrownBy(() -> new PageAnswer.File(name, "text/csv", out -> {}))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    public void answersUnknownPathsWithAPage() {
        HttpResponse<String> answer =
                portal.get("/<b>nothing</b>".replace("<", "%3C").replace(">", "%3E"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is no such thing here.").doesNotContain("nothing</b>");
    }

    @Test
    public void aPageGoesWithItsService() {
        PageReference<Page> reference = portal.install("/shows", Role.PUBLIC, request -> shows("content"));
        portal.install("/other", Role.PUBLIC, request -> shows("content"));
        assertThat(portal.get("/other").body()).contains("Label of /shows");

        portal.pages.remove(reference);

        assertThat(portal.get("/shows").statusCode()).isEqualTo(404);
        assertThat(portal.get("/other").body()).doesNotContain("Label of /shows");
    }

    @Test
    public void servesThePageOfHigherRanking() {
        PageInfo info = PageInfo.hidden("/shows", "Title", Role.PUBLIC);
        PageReference<Page> high = portal.install(5, info, request -> shows("high"));
        portal.install(1, info, request -> shows("low"));
        assertThat(portal.get("/shows").body()).contains("high");

        portal.pages.remove(high);

        assertThat(portal.get("/shows").body()).contains("low");
    }

    @Test
    public void asksForSignInAndSaysWhereToComeBack() {
        portal.install("/sign-in", Role.PUBLIC, request -> shows("sign in"));
        portal.install("/account", Role.PERSON, request -> shows("account"));

        HttpResponse<String> answer = portal.get("/account?page=2&_notice=x");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/sign-in?to=%2Faccount%3Fpage%3D2");
        assertThat(portal.get("/account", "Cookie", COOKIE + portal.people.signIn())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    public void neverTakesASessionFromAnAddress() {
        portal.install("/sign-in", Role.PUBLIC, request -> shows("sign in"));
        portal.install("/account", Role.PERSON, request -> shows("account"));

        assertThat(portal.get("/account?session=" + portal.people.signIn()).statusCode())
                .isEqualTo(303);
    }

    @Test
    public void refusesRatherThanGuessesWhileNobodyKnowsSessions() {
        portal.install("/sign-in", Role.PUBLIC, request -> shows("sign in"));
        portal.install("/account", Role.PERSON, request -> shows("account"));
        String token = portal.people.signIn();
        portal.people.goAway();

        assertThat(portal.get("/account", "Cookie", COOKIE + token).statusCode())
                .isEqualTo(503);
        assertThat(portal.get("/sign-in", "Cookie", COOKIE + token).statusCode())
                .isEqualTo(200);
    }

    @Test
    public void sendsWhoIsNoOperatorToTheOperatorsSignIn() {
        portal.install("/operator", Role.VIEWER, request -> shows("operator"));
        portal.install("/operator/sign-in", Role.PUBLIC, request -> shows("sign in"));

        for (String cookie : List.of("none=1", COOKIE + portal.people.signIn(), "allleads-operator=made-up")) {
            HttpResponse<String> answer = portal.get("/operator", "Cookie", cookie);
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location")).hasValue("/operator/sign-in?to=%2Foperator");
        }
    }

    @Test
    public void anOperatorIsNobodyOutsideTheOperatorsPart() {
        portal.install("/account", Role.PERSON, request -> shows("account page"));
        portal.install("/sign-in", Role.PUBLIC, request -> shows("sign in"));

        assertThat(portal.get("/account", "Cookie", OPERATOR + portal.people.signIn(Operator.Role.OPERATOR))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    public void whoMayLookMayNotAct() {
        portal.install("/operator", Role.VIEWER, this::does);
        String viewer = portal.people.signIn(Operator.Role.VIEWER);
        String operator = portal.people.signIn(Operator.Role.OPERATOR);

        assertThat(portal.get("/operator", "Cookie", OPERATOR + viewer).body()).contains("form");
        assertThat(portal.post("/operator", "_form=" + portal.operatorMark(viewer), "Cookie", OPERATOR + viewer)
                        .statusCode())
                .isEqualTo(403);
        assertThat(portal.post("/operator", "_form=" + portal.operatorMark(operator), "Cookie", OPERATOR + operator)
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    public void aSearchLeavesNothingInTheAddress() {
        portal.install(
                "/operator",
                Role.VIEWER,
                request -> shows("looked for " + request.parameter("email").orElse("nobody") + ", submitted: "
                        + request.submitted()));
        String viewer = portal.people.signIn(Operator.Role.VIEWER);

        assertThat(portal.post("/operator", "_look=1&email=somebody", "Cookie", OPERATOR + viewer)
                        .body())
                .contains("looked for somebody, submitted: false");
    }

    @Test
    public void speaksTheLanguageThatTheBrowserAsksFor() {
        portal.install("/", Role.PUBLIC, request -> shows(request.language().toLanguageTag()));

        HttpResponse<String> spanish = portal.get("/", "Accept-Language", "fr, es-MX;q=0.8, en;q=0.5");
        assertThat(spanish.body()).contains("<html lang=\"es\">").contains("Ir al contenido");
        assertThat(spanish.headers().firstValue("Content-Language")).hasValue("es");
        assertThat(portal.get("/", "Accept-Language", "fr").body()).contains("<html lang=\"en\">");
    }

    @Test
    public void explainsAProblemInTheReadersLanguage() {
        assertThat(portal.get("/nowhere", "Accept-Language", "es").body())
                .contains("No se encontró la página.")
                .doesNotContain("not found");
    }

    @Test
    public void letsInOnlyTheHostsThatAPageNeeds() {
        portal.install("/cards", Role.PUBLIC, request -> shows("cards")
                .withHosts(
                        Set.of("https://js.processor.example", "https://x.example; script-src *", "'unsafe-inline'")));

        assertThat(portal.get("/cards").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("script-src 'self' https://js.processor.example;")
                        .contains("frame-src https://js.processor.example;")
                        .doesNotContain("x.example")
                        .doesNotContain("unsafe"));
    }

    @Test
    public void leavesTheSiteOnlyByAFormAndOnlyForWhereItsPageMay() {
        portal.install(
                "/cards",
                Role.PUBLIC,
                request -> request.submitted()
                        ? new PageAnswer.Leave(
                                URI.create(request.parameter("to").orElse("https://pay.example/page?a=b#c")))
                        : shows("cards")
                                .leavingFor(
                                        Set.of("https://pay.example", "http://127.0.0.1:8080", "http://pay.example")));

        assertThat(portal.get("/cards").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("form-action 'self' http://127.0.0.1:8080 https://pay.example;")
                        .contains("script-src 'self';", "frame-src 'none';")
                        .doesNotContain("http://pay.example"));
        String token = portal.people.signIn();
        String form = "_form=" + portal.mark(token);
        HttpResponse<String> left = portal.post("/cards", form, "Cookie", COOKIE + token);
        assertThat(left.statusCode()).isEqualTo(303);
        assertThat(left.headers().firstValue("Location")).hasValue("https://pay.example/page?a=b#c");
        assertThat(portal.post("/cards", form + "&to=http://pay.example/", "Cookie", COOKIE + token)
                        .statusCode())
                .isEqualTo(500);
        assertThat(portal.post("/cards", form + "&to=javascript:alert(1)", "Cookie", COOKIE + token)
                        .statusCode())
                .isEqualTo(500);
    }

    @Test
    public void sendsNobodyAwayWhoOnlyLooks() {
        portal.install("/cards", Role.PUBLIC, request -> new PageAnswer.Leave(URI.create("https://pay.example/")));

        assertThat(portal.get("/cards").statusCode()).isEqualTo(500);
    }

    @Test
    public void givesTheBrowserAnotherTokenAndTakesTheFormsThatItHas() {
        portal.install("/account", Role.PERSON, this::does);
        String token = portal.people.signIn();
        String mark = portal.mark(token);
        portal.people.replace(token, "token-next");

        HttpResponse<String> answer = portal.post("/account", "_form=" + mark, "Cookie", COOKIE + token);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(done).hasValue(1);
        assertThat(answer.headers().firstValue("Set-Cookie")).hasValueSatisfying(cookie -> assertThat(cookie)
                .startsWith("allleads-session=token-next; ")
                .contains("Max-Age=", "HttpOnly"));
        assertThat(portal.post("/account", "_form=" + mark, "Cookie", COOKIE + "token-next")
                        .statusCode())
                .as("a form that was opened before")
                .isEqualTo(303);
    }

    @Test
    public void leavesATokenAsItIsThatAFormCarries() {
        portal.install("/account", Role.PERSON, request -> shows("account"));
        String token = portal.people.signIn();
        portal.people.replace(token, "token-next");

        HttpResponse<String> answer = portal.post("/account", "session=" + token);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.body()).contains(token).doesNotContain("token-next");
    }

    @Test
    public void refusesAFormThatAnotherSiteSends() {
        portal.install("/account", Role.PERSON, this::does);
        String token = portal.people.signIn();
        String form = "_form=" + portal.mark(token);

        assertThat(portal.post("/account", form, "Cookie", COOKIE + token, "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(portal.post("/account", form, "Cookie", COOKIE + token, "Origin", "http://elsewhere.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(portal.post("/account", form, "Cookie", COOKIE + token, "Origin", "null")
                        .statusCode())
                .isEqualTo(403);
        assertThat(done).hasValue(0);
    }

    @Test
    public void refusesAFormWithoutTheSessionsMark() {
        portal.install("/account", Role.PERSON, this::does);
        String token = portal.people.signIn();
        String other = portal.people.signIn();

        for (String mark : new String[] {"form", "x", portal.mark(other)}) {
            assertThat(portal.post("/account", "_form=" + mark, "Cookie", COOKIE + token)
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(done).hasValue(0);
    }

    @Test
    public void acceptsItsOwnForm() {
        portal.install("/account", Role.PERSON, this::does);
        String token = portal.people.signIn();

        HttpResponse<String> answer = portal.post(
                "/account",
                "_form=" + portal.mark(token),
                "Cookie",
                COOKIE + token,
                "Origin",
                "http://127.0.0.1:" + portal.port());

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(done).hasValue(1);
    }

    @Test
    public void saysWhatWasDoneAfterTheRedirectAndOnlyToWhoeverDidIt() {
        portal.install("/account", Role.PERSON, this::does);
        String token = portal.people.signIn();
        String location = portal.post("/account", "_form=" + portal.mark(token), "Cookie", COOKIE + token)
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(location).startsWith("/account?_notice=").doesNotContain("done");
        assertThat(portal.get(location, "Cookie", COOKIE + token).body()).contains("Something was done.");
        assertThat(portal.get(location, "Cookie", COOKIE + portal.people.signIn())
                        .body())
                .doesNotContain("Something was done.");
        assertThat(portal.get("/account?_notice=AAAA", "Cookie", COOKIE + token).statusCode())
                .isEqualTo(200);
    }

    @Test
    public void signsInWithACookieThatEndsWithTheBrowserSession() {
        String token = portal.people.signIn();
        installSignIn(token);

        HttpResponse<String> answer = portal.post("/sign-in", "_form=form");

        assertThat(answer.headers().firstValue("Set-Cookie"))
                .hasValue("allleads-session=" + token + "; Path=/; HttpOnly; SameSite=Lax");
    }

    @Test
    public void carriesTheSessionWhereThereAreNoCookies() {
        String token = portal.people.signIn();
        installSignIn(token);
        portal.install(
                "/elsewhere",
                Role.PERSON,
                request -> shows(request.parameter("a").orElse("none")));

        HttpResponse<String> first = portal.post("/sign-in", "_form=form");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body())
                .contains("account page", "Welcome back.")
                .contains("<input type=\"hidden\" name=\"session\" value=\"" + token + "\">")
                .contains("<button type=\"submit\" form=\"carry\" formaction=\"/elsewhere?a=1\" class=\"as-link \"")
                .doesNotContain("href=\"/elsewhere")
                .doesNotContain("?session=");

        HttpResponse<String> second = portal.post("/elsewhere?a=1", "session=" + token);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).contains("<p id=\"value\">1</p>");
    }

    @Test
    public void aPostThatOnlyCarriesTheSessionSubmitsNothing() {
        portal.install("/account", Role.PERSON, this::does);

        assertThat(portal.post("/account", "session=" + portal.people.signIn()).statusCode())
                .isEqualTo(200);
        assertThat(done).hasValue(0);
    }

    @Test
    public void goesOnWithinTheRequestWhereARedirectWouldLoseTheSession() {
        String token = portal.people.signIn();
        portal.install("/account", Role.PERSON, this::does);

        HttpResponse<String> answer = portal.post("/account", "_form=" + portal.mark(token) + "&session=" + token);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Something was done.");
    }

    @Test
    public void stopsCarryingOnceTheCookieComesBack() {
        String token = portal.people.signIn();
        portal.install("/account", Role.PERSON, this::does);

        HttpResponse<String> answer = portal.post("/account?a=1", "session=" + token, "Cookie", COOKIE + token);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/account?a=1");
        assertThat(portal.get("/account", "Cookie", COOKIE + token).body())
                .contains("href=\"/elsewhere?a=1\"")
                .doesNotContain(token);
    }

    @Test
    public void signsOutByTakingTheCookieAway() {
        String token = portal.people.signIn();
        portal.install(
                "/sign-out",
                Role.PUBLIC,
                request -> new GoTo("/", Text.say("You are signed out."), new SessionChange.End()));
        portal.install("/", Role.PUBLIC, request -> shows("home"));

        HttpResponse<String> answer = portal.post("/sign-out", "_form=" + portal.mark(token), "Cookie", COOKIE + token);

        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0");
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(portal.get(location).body()).contains("You are signed out.");
    }

    @Test
    public void showsNobodySignedInOnceAFormEndedTheSession() {
        String token = portal.people.signIn();
        portal.install("/account", Role.PERSON, request -> {
            if (request.submitted()) {
                portal.people.end(token);
            }
            return shows("all is erased");
        });

        HttpResponse<String> answer = portal.post("/account", "_form=" + portal.mark(token), "Cookie", COOKIE + token);

        assertThat(answer.body()).contains("all is erased").doesNotContain("Label of /account");
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0");
    }

    @Test
    public void neverSendsAnyoneToAnotherSite() {
        for (String target :
                new String[] {"//evil.example", "https://evil.example", "/\\evil.example", "/a/../b?x=\r\ny"}) {
            PageReference<Page> page = portal.install("/leave", Role.PUBLIC, request -> PageAnswer.goTo(target));
            HttpResponse<String> answer = portal.get("/leave");
            assertThat(answer.statusCode()).as(target).isIn(500, 404);
            assertThat(answer.headers().firstValue("Location")).as(target).isEmpty();
            portal.pages.remove(page);
        }
    }

    @Test
    public void aCircleOfPagesEnds() {
        String token = portal.people.signIn();
        portal.install("/round", Role.PERSON, request -> PageAnswer.goTo("/round"));

        assertThat(portal.post("/round", "session=" + token).statusCode()).isEqualTo(500);
    }

    @Test
    public void showsAProblemAsAPage() {
        portal.install("/shows", Role.PUBLIC, request -> {
            throw Problem.unavailable("Come back <later>.").exception();
        });

        HttpResponse<String> answer = portal.get("/shows");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("This cannot be done at the moment.", "Come back &lt;later&gt;.");
    }

    @Test
    public void saysNothingOfAFailureButAReference() {
        portal.install("/shows", Role.PUBLIC, request -> {
            throw new IllegalStateException("a secret");
        });

        HttpResponse<String> answer = portal.get("/shows");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).containsPattern("reference: [0-9a-f]{8}").doesNotContain("a secret", "IllegalState");
    }

    @Test
    public void aTemplateThatFailsGivesNoValueAway() {
        portal.install(
                "/shows",
                Role.PUBLIC,
                request -> PageAnswer.show(PortalTest.class, "broken.ftl", Map.of("secret", "ann@mail.example")));

        HttpResponse<String> answer = portal.get("/shows");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("ann@mail.example");
    }

    @Test
    public void refusesWhatIsNoForm() {
        portal.install("/shows", Role.PUBLIC, request -> shows("content"));

        assertThat(portal.post("/shows", "a=" + "x".repeat(9000)).statusCode()).isEqualTo(413);
        assertThat(portal.post("/shows", "a=%zz").statusCode()).isEqualTo(400);
        assertThat(portal.get("/shows?a=%25zz").statusCode()).isEqualTo(200);
        assertThat(portal.send(portal.request("/shows")
                                .header("Content-Type", "multipart/form-data; boundary=x")
                                .POST(BodyPublishers.ofString("--x--")))
                        .statusCode())
                .isEqualTo(415);
        HttpResponse<String> put = portal.send(portal.request("/shows").PUT(BodyPublishers.ofString("x")));
        assertThat(put.statusCode()).isEqualTo(405);
        assertThat(put.headers().firstValue("Allow")).hasValue("GET, HEAD, POST");
    }

    @Test
    public void readsFormsInUtf8AndPrefersThemToTheQuery() {
        portal.install(
                "/shows", Role.PUBLIC, request -> shows(request.parameter("a").orElse("")));

        assertThat(portal.post("/shows?a=query", "a=Zo%C3%AB+M%C3%BCller").body())
                .contains("Zoë Müller");
    }

    @Test
    public void answersHeadWithoutABody() {
        portal.install("/shows", Role.PUBLIC, request -> shows("content"));

        HttpResponse<String> answer = portal.send(portal.request("/shows").method("HEAD", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValueAsLong("Content-Length").orElse(0))
                .isPositive();
    }

    @Test
    public void honoursTheOptOutSignal() {
        portal.install("/shows", Role.PUBLIC, request -> shows("opted out: " + request.optedOut()));

        assertThat(portal.get("/shows", "Sec-GPC", "1").body()).contains("opted out: true", "Opt-out signal honoured");
        assertThat(portal.get("/shows").body()).contains("opted out: false").doesNotContain("honoured");
    }

    @Test
    public void saysWhenItIsNotServing() {
        portal.get("/");
        assertThat(portal.servlet().missing()).isEmpty();

        portal.servlet().destroy();

        assertThat(portal.servlet().missing().orElseThrow()).contains("/*");
    }

    private void installSignIn(String token) {
        portal.install(
                "/sign-in",
                Role.PUBLIC,
                request -> request.submitted()
                        ? new GoTo(
                                "/account", Text.say("Welcome back."), new SessionChange.Begin(token, Optional.empty()))
                        : shows("sign in"));
        portal.install("/account", Role.PERSON, request -> shows("account page"));
    }
}
