package com.allleads.rest.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.person.PersonId;
import com.allleads.rest.testing.Api;
import com.allleads.rest.testing.Api.Answer;
import com.allleads.rest.testing.Api.Call;
import com.allleads.rest.testing.KnownOperators;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.Rule;
import org.junit.Test;

/** Who gets in. */
public class GuardTest {

    @Rule
    public final Api api = new Api(Map.of("limit_pin", 3, "limit_operator", 3))
            .with("/doors", new Doors())
            .with("/unmarked", new Unmarked());

    @Test
    public void letsAnyoneInWhereTheDoorIsOpen() {
        assertThat(api.get("/doors/public").send().text()).isEqualTo("{\"caller\":\"anyone\"}");
        assertThat(api.get("/doors/public").bearer("made-up").send().status()).isEqualTo(200);
    }

    @Test
    public void letsNobodyInWhereNothingIsSaid() {
        Answer answer = api.get("/unmarked").send();

        assertProblem(answer, 403, "forbidden");
        assertThat(answer.text()).doesNotContain("told");
        assertProblem(api.get("/doors/below").send(), 403, "forbidden");
    }

    @Test
    public void knowsAPersonByTokenOrCookie() {
        PersonId person = api.sessions().begin("token-1");

        for (Call call :
                List.of(api.get("/doors/person").bearer("token-1"), cookie(api.get("/doors/person"), "token-1"))) {
            Answer answer = call.send();

            assertThat(answer.json().path("person").asText()).isEqualTo(person.toString());
            assertThat(answer.json().path("role").asText()).isEqualTo("truefalse");
        }
    }

    @Test
    public void turnsStrangersAway() {
        api.sessions().begin("token-1");
        for (Call call : List.of(
                api.get("/doors/person"),
                api.get("/doors/person").bearer("made-up"),
                api.get("/doors/person").bearer(""),
                api.get("/doors/person").bearer("token-1" + "x".repeat(600)),
                api.get("/doors/person").header("Authorization", "Digest username=\"x\""),
                api.get("/doors/person").header("Authorization", "Bearer"),
                cookie(api.get("/doors/person"), "made-up"),
                cookie(api.get("/doors/person"), "token-1").bearer("made-up"),
                operator(api.get("/doors/person"), KnownOperators.PASSWORD))) {
            Answer answer = call.send();

            assertProblem(answer, 401, "sign-in-required");
            assertThat(answer.header("WWW-Authenticate")).hasValue("Bearer realm=\"AllLeads\"");
        }
    }

    @Test
    public void endsWithTheSession() {
        api.sessions().begin("token-1");
        assertThat(api.get("/doors/person").bearer("token-1").send().status()).isEqualTo(200);

        api.sessions().end("token-1");

        assertThat(api.get("/doors/person").bearer("token-1").send().status()).isEqualTo(401);
    }

    @Test
    public void knowsAnOperatorByPassword() {
        assertThat(operator(api.get("/doors/operator"), KnownOperators.PASSWORD)
                        .send()
                        .text())
                .contains("\"operator\":\"operator\"", "truetrue");
    }

    @Test
    public void knowsAnOperatorByTokenOrCookieOfASession() {
        api.operators().begin("operator-1", KnownOperators.OPERATOR);

        for (Call call : List.of(
                api.get("/doors/operator").bearer("operator-1"),
                operatorCookie(api.get("/doors/operator"), "operator-1"),
                api.call("POST", "/doors/operator").bearer("operator-1"),
                operatorCookie(api.call("POST", "/doors/operator"), "operator-1"))) {
            assertThat(call.send().text()).contains("\"operator\":\"operator\"", "truetrue");
        }
        api.operators().end("operator-1");
        assertProblem(api.get("/doors/operator").bearer("operator-1").send(), 401, "sign-in-required");
    }

    @Test
    public void takesWhoIsAlsoSignedInAsAPersonForAnOperatorWhereOperatorsMayCall() {
        api.operators().begin("operator-1", KnownOperators.OPERATOR);
        PersonId person = api.sessions().begin("token-1");
        String both = "allleads-operator=operator-1; allleads-session=token-1";

        assertThat(api.get("/doors/operator").header("Cookie", both).send().text())
                .contains("truetrue");
        assertThat(api.get("/doors/person").header("Cookie", both).send().text())
                .contains(person.toString());
    }

    @Test
    public void letsAViewerLookButNotAct() {
        api.operators().begin("viewer-1", KnownOperators.VIEWER);

        assertThat(api.get("/doors/operator").bearer("viewer-1").send().text())
                .contains("\"operator\":\"viewer\"", "truefalse");
        assertProblem(api.call("POST", "/doors/operator").bearer("viewer-1").send(), 403, "forbidden");
        assertThat(basic(api.get("/doors/operator"), KnownOperators.VIEWER, KnownOperators.PASSWORD)
                        .send()
                        .status())
                .isEqualTo(200);
        assertProblem(
                basic(api.call("POST", "/doors/operator"), KnownOperators.VIEWER, KnownOperators.PASSWORD)
                        .send(),
                403,
                "forbidden");
    }

    @Test
    public void keepsOperatorsOutOfWhatIsForPeople() {
        api.operators().begin("operator-1", KnownOperators.OPERATOR);

        assertProblem(api.get("/doors/person").bearer("operator-1").send(), 401, "sign-in-required");
        assertProblem(operatorCookie(api.get("/doors/person"), "operator-1").send(), 401, "sign-in-required");
    }

    @Test
    public void keepsPeopleOutOfWhatIsForOperators() {
        api.sessions().begin("token-1");

        assertProblem(api.get("/doors/operator").bearer("token-1").send(), 403, "forbidden");
        assertProblem(cookie(api.get("/doors/operator"), "token-1").send(), 403, "forbidden");
    }

    @Test
    public void asksProgramsForAPasswordAndBrowsersNot() {
        Answer program = api.get("/doors/operator").send();
        Answer browser = api.get("/doors/operator")
                .header("Sec-Fetch-Site", "same-origin")
                .send();

        assertProblem(program, 401, "sign-in-required");
        assertThat(program.header("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Basic"));
        assertThat(browser.header("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Bearer"));
    }

    @Test
    public void stopsCountingWrongOperatorPasswordsAfterAFew() {
        for (int i = 0; i < 3; i++) {
            assertProblem(operator(api.get("/doors/operator"), "wrong" + i).send(), 401, "sign-in-required");
        }

        Answer answer = operator(api.get("/doors/operator"), "wrong").send();

        assertProblem(answer, 429, "too-many-tries");
        assertThat(answer.header("Retry-After")).isPresent();
    }

    @Test
    public void refusesWhatOtherSitesMakeABrowserSend() {
        api.sessions().begin("token-1");
        api.operators().begin("operator-1", KnownOperators.OPERATOR);
        for (String site : List.of("cross-site", "same-site", "made-up")) {
            Answer answer = cookie(api.call("POST", "/doors/person"), "token-1")
                    .header("Sec-Fetch-Site", site)
                    .send();

            assertProblem(answer, 403, "forbidden");
            assertProblem(
                    operatorCookie(api.call("POST", "/doors/operator"), "operator-1")
                            .header("Sec-Fetch-Site", site)
                            .send(),
                    403,
                    "forbidden");
            assertThat(operator(api.call("POST", "/doors/operator"), KnownOperators.PASSWORD)
                            .header("Sec-Fetch-Site", site)
                            .send()
                            .status())
                    .isEqualTo(403);
        }
        for (String origin : List.of("https://other.example", "null", "http://localhost.other.example", "::")) {
            assertProblem(
                    cookie(api.call("POST", "/doors/person"), "token-1")
                            .header("Origin", origin)
                            .send(),
                    403,
                    "forbidden");
        }
    }

    @Test
    public void takesWhatOwnPagesAndProgramsSend() {
        api.sessions().begin("token-1");
        String own = "http://" + api.address("/").getAuthority();
        for (Call call : List.of(
                cookie(api.call("POST", "/doors/person"), "token-1"),
                cookie(api.call("POST", "/doors/person"), "token-1").header("Sec-Fetch-Site", "same-origin"),
                cookie(api.call("POST", "/doors/person"), "token-1").header("Sec-Fetch-Site", "none"),
                cookie(api.call("POST", "/doors/person"), "token-1").header("Origin", own),
                cookie(api.get("/doors/person"), "token-1").header("Sec-Fetch-Site", "cross-site"),
                api.call("POST", "/doors/person").bearer("token-1").header("Sec-Fetch-Site", "cross-site"),
                api.call("POST", "/doors/public").header("Sec-Fetch-Site", "cross-site"))) {
            Answer answer = call.send();

            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        }
    }

    @Test
    public void limitsTriesFromOneAddress() {
        for (int i = 0; i < 3; i++) {
            assertThat(api.call("POST", "/doors/public").send().status()).isEqualTo(200);
        }

        Answer answer = api.call("POST", "/doors/public").send();

        assertProblem(answer, 429, "too-many-tries");
        assertThat(Integer.parseInt(answer.header("Retry-After").orElseThrow())).isBetween(1, 21);
    }

    @Test
    public void needsOneWellFormedIdempotencyKey() {
        for (Call call : List.of(
                api.post("/doors/once", "{}"),
                api.post("/doors/once", "{}").header("Idempotency-Key", "two words"),
                api.post("/doors/once", "{}").header("Idempotency-Key", "x".repeat(256)),
                api.post("/doors/once", "{}").header("Idempotency-Key", "one").header("Idempotency-Key", "two"))) {
            Answer answer = call.send();

            assertProblem(answer, 400, "idempotency-key-needed");
            assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("Idempotency-Key");
        }
    }

    @Test
    public void digestsMethodPathAndBody() {
        String first = digest("/doors/once", "{\"a\":\"b\"}");

        assertThat(first).matches("[0-9a-f]{64}");
        assertThat(digest("/doors/once", "{\"a\":\"b\"}")).isEqualTo(first);
        assertThat(digest("/doors/once", "{\"a\": \"b\"}")).isNotEqualTo(first);
        assertThat(digest("/doors/once/", "{\"a\":\"b\"}")).isNotEqualTo(first);
    }

    private String digest(String path, String body) {
        Answer answer = api.post(path, body).header("Idempotency-Key", "k-1").send();
        assertThat(answer.json().path("key").asText()).as(answer.toString()).isEqualTo("k-1");
        return answer.json().path("digest").asText();
    }

    private static Call cookie(Call call, String token) {
        return call.header("Cookie", "other=1; allleads-session=" + token);
    }

    private static Call operatorCookie(Call call, String token) {
        return call.header("Cookie", "allleads-operator=" + token);
    }

    private static Call operator(Call call, String password) {
        return basic(call, KnownOperators.OPERATOR, password);
    }

    private static Call basic(Call call, String name, String password) {
        String pair = name + ":" + password;
        return call.header(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    private static void assertProblem(Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.json().path("type").asText()).endsWith("/" + type);
    }
}
