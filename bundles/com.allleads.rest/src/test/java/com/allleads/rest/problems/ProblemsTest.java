package com.allleads.rest.problems;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.rest.testing.Api;
import com.allleads.rest.testing.Api.Answer;
import java.util.List;
import org.junit.ClassRule;
import org.junit.Test;

/** Whatever goes wrong is answered as problem details. */
public class ProblemsTest {

    @ClassRule
    public static final Api API = new Api().with("/sample", new Sample());

    @Test
    public void answersWhatGoesRight() {
        Answer answer = API.get("/sample").send();

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).hasValue("application/json");
        assertThat(answer.header("Content-Length")).hasValue("17");
        assertThat(answer.text()).isEqualTo("{\"hello\":\"there\"}");
    }

    @Test
    public void tellsNobodyToKeepAnswersOrRunThem() {
        for (String path : List.of("/sample", "/nothing", "/sample/fails/unforeseen")) {
            Answer answer = API.get(path).send();

            assertThat(answer.header("Cache-Control")).hasValue("no-store");
            assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.header("Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy)
                    .contains("default-src 'none'", "frame-ancestors 'none'"));
            assertThat(answer.header("Referrer-Policy")).hasValue("no-referrer");
        }
    }

    @Test
    public void answers404WhereNothingIsServed() {
        for (String path : List.of("", "/", "/nothing", "/sampler", "/sample/nothing", "/%73ample", "/sample;v=1")) {
            assertProblem(API.get(path).send(), 404, "not-found");
        }
    }

    @Test
    public void answers404WhereAPathHoldsNoNumber() {
        assertProblem(API.get("/sample/number/one").send(), 404, "not-found");
    }

    @Test
    public void answers405WithTheMethodsThatThereAre() {
        Answer answer = API.call("DELETE", "/sample").send();

        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.header("Allow"))
                .hasValueSatisfying(allowed -> assertThat(allowed.split(",")).contains("GET", "POST"));
    }

    @Test
    public void answers405ToMethodsNobodyKnows() {
        assertProblem(API.call("PROPFIND", "/sample").send(), 405, "method-not-allowed");
        assertProblem(API.call("TRACE", "/sample").send(), 405, "method-not-allowed");
    }

    @Test
    public void answers406WhereNoFormIsAccepted() {
        assertProblem(API.get("/sample").header("Accept", "application/xml").send(), 406, "not-acceptable");
    }

    @Test
    public void answers400WhereAHeaderIsNoMediaType() {
        Answer answer = API.get("/sample").header("Accept", "///").send();

        assertThat(answer.status()).isIn(400, 406);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    public void answers415WhereTheBodyIsNoJson() {
        Answer answer = API.call("POST", "/sample")
                .header("Content-Type", "text/plain")
                .body("hello")
                .send();

        assertProblem(answer, 415, "unsupported-media-type");
    }

    @Test
    public void answers415WhereTheCharsetIsUnknown() {
        Answer answer = API.call("POST", "/sample")
                .header("Content-Type", "application/json; charset=made-up")
                .body("{}")
                .send();

        assertThat(answer.status()).as(answer.toString()).isIn(400, 415);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    public void answers413WhereTheBodyIsTooLarge() {
        assertProblem(
                API.post("/sample", "{\"a\":\"" + "x".repeat(64 * 1024) + "\"}").send(), 413, "too-large");
        assertProblem(API.post("/sample", "x".repeat(3_000_000)).send(), 413, "too-large");
    }

    @Test
    public void answers413WhereABodyOfUnknownLengthIsTooLarge() {
        Answer answer = API.post("/sample", "")
                .chunked("{\"a\":\"" + "x".repeat(2_000_000) + "\"}")
                .send();

        assertProblem(answer, 413, "too-large");
    }

    @Test
    public void takesBodiesUpToTheLimit() {
        String most = "{\"a\":\"" + "x".repeat(64 * 1024 - 8) + "\"}";

        assertThat(most).hasSize(64 * 1024);
        assertThat(API.post("/sample", most).send().text()).isEqualTo("{\"members\":1}");
        assertThat(API.post("/sample", "").chunked(most).send().text()).isEqualTo("{\"members\":1}");
    }

    @Test
    public void answersTheProblemsOfResources() {
        Answer answer = API.get("/sample/fails/problem").send();

        assertProblem(answer, 402, "insufficient-balance");
        assertThat(answer.json().path("title").asText()).isEqualTo("Too little.");
        assertThat(answer.json().path("detail").asText()).isEqualTo("Top up.");
        assertThat(answer.json().has("instance")).isFalse();
        assertThat(answer.json().has("errors")).isFalse();
    }

    @Test
    public void answers503WhenTheDatabaseFails() {
        Answer answer = API.get("/sample/fails/store").send();

        assertProblem(answer, 503, "unavailable");
        assertThat(answer.header("Retry-After")).isPresent();
        assertThat(answer.text()).doesNotContain("ada");
    }

    @Test
    public void answers500WithAReferenceAndNothingElse() {
        for (String path : List.of("/sample/fails/unforeseen", "/sample/unwritable")) {
            Answer answer = API.get(path).send();

            assertProblem(answer, 500, "unforeseen");
            assertThat(answer.json().path("instance").asText()).startsWith("urn:uuid:");
            assertThat(answer.text()).doesNotContain("ada").doesNotContain("Exception");
        }
    }

    @Test
    public void turnsExceptionsOfJaxRsIntoProblems() {
        assertProblem(API.get("/sample/fails/bad").send(), 400, "malformed-request");
        assertProblem(API.get("/sample/fails/teapot").send(), 418, "http-418");
        Answer forbidden = API.get("/sample/fails/forbidden").send();
        assertProblem(forbidden, 403, "http-403");
        assertThat(forbidden.text()).doesNotContain("secret");
    }

    @Test
    public void leavesRedirectionsAlone() {
        assertThat(API.get("/sample/elsewhere").send().status()).isEqualTo(303);
    }

    @Test
    public void answersHeadAndOptions() {
        Answer head = API.call("HEAD", "/sample").send();
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.text()).isEmpty();
        Answer options = API.call("OPTIONS", "/sample").send();
        assertThat(options.status()).isEqualTo(200);
        assertThat(options.header("Allow")).isPresent();
    }

    static void assertProblem(Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.json().path("type").asText()).isEqualTo("https://allleads.example/problems/" + type);
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.json().path("title").asText()).isNotBlank();
        assertThat(answer.json().path("detail").asText()).isNotBlank();
    }
}
