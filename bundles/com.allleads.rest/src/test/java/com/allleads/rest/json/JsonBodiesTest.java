package com.allleads.rest.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.rest.testing.Api;
import com.allleads.rest.testing.Api.Answer;
import java.util.List;
import org.junit.ClassRule;
import org.junit.Test;

/** What is taken as JSON, and how it is refused. */
public class JsonBodiesTest {

    @ClassRule
    public static final Api API = new Api().with("/forms", new Forms());

    @Test
    public void answersWhatItTookInTheSameForm() {
        String form =
                "{\"name\":\"\",\"amount\":{\"amount\":\"12.50\",\"currency\":\"USD\"},\"count\":3,\"agreed\":true,"
                        + "\"note\":\"n\",\"lines\":[{\"service\":\"s\",\"quantity\":2}],\"way\":\"EMAIL\","
                        + "\"at\":\"2026-11-23T10:00:00Z\",\"id\":\"00000000-0000-0000-0000-000000000002\","
                        + "\"person\":\"00000000-0000-0000-0000-000000000003\",\"ruled\":{\"word\":\"fine\"}}";

        Answer answer = API.post("/forms", form).send();

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo(form);
    }

    @Test
    public void writesMoneyTimesAndAbsentValuesForEveryLanguage() {
        assertThat(API.get("/forms/answer").send().text())
                .isEqualTo("{\"price\":{\"amount\":\"1200\",\"currency\":\"JPY\"},"
                        + "\"person\":\"00000000-0000-0000-0000-000000000001\",\"at\":\"2026-11-23T10:00:00Z\","
                        + "\"day\":\"2026-11-23\",\"absent\":null,\"present\":\"there\"}");
        assertThat(API.get("/forms/slice").send().text())
                .isEqualTo("{\"items\":[{\"service\":\"one\",\"quantity\":1}],\"next\":null}");
    }

    @Test
    public void takesWhatIsMissingAsMissing() {
        Answer answer = API.post("/forms", "{}").send();

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().path("note").isNull()).isTrue();
    }

    @Test
    public void namesUnknownMembers() {
        refuses("{\"favourite\":\"green\"}", "favourite", "is not known here");
        refuses("{\"lines\":[{\"quantity\":1,\"colour\":\"green\"}]}", "lines[0].colour", "is not known here");
        refuses("{\"a b<script>\":\"green\"}", "a?b?script?", "is not known here");
    }

    @Test
    public void namesMembersOfTheWrongType() {
        refuses("{\"name\":42}", "name", "must be a text");
        refuses("{\"name\":true}", "name", "must be a text");
        refuses("{\"name\":[\"Ada\"]}", "name", "must be a text");
        refuses("{\"name\":{\"first\":\"Ada\"}}", "name", "must be a text");
        refuses("{\"note\":42}", "note", "must be a text");
        refuses("{\"count\":\"3\"}", "count", "must be a whole number within bounds");
        refuses("{\"count\":3.5}", "count", "must be a whole number within bounds");
        refuses("{\"count\":3000000000}", "count", "must be a whole number within bounds");
        refuses("{\"count\":true}", "count", "must be a whole number within bounds");
        refuses("{\"agreed\":\"true\"}", "agreed", "must be true or false");
        refuses("{\"agreed\":1}", "agreed", "must be true or false");
        refuses("{\"lines\":\"none\"}", "lines", "must be a list");
        refuses("{\"lines\":{}}", "lines", "must be a list");
        refuses("{\"lines\":[{\"service\":\"s\",\"quantity\":null}]}", "lines[0].quantity", "whole number");
        refuses("{\"lines\":[{\"service\":\"s\"}]}", "lines[0].quantity", "whole number");
        refuses("{\"lines\":[7]}", "lines[0]", "must be an object");
        refuses("{\"way\":\"PIGEON\"}", "way", "must be one of EMAIL, PHONE");
        refuses("{\"way\":1}", "way", "must be one of EMAIL, PHONE");
        refuses("{\"way\":\"\"}", "way", "must be one of EMAIL, PHONE");
        refuses("{\"at\":\"yesterday\"}", "at", "must be a time as in 2026-01-31T12:00:00Z");
        refuses("{\"id\":\"seven\"}", "id", "must be a UUID");
        refuses("{\"id\":\"\"}", "id", "must be a UUID");
        refuses("{\"person\":\"seven\"}", "person", "must be a UUID");
        refuses("[]", "body", "must be an object");
        refuses("\"text\"", "body", "must be an object");
    }

    @Test
    public void letsARecordRefuseByItself() {
        refuses("{\"ruled\":{\"word\":\"too long\"}}", "word", "must be at most 5 characters");
    }

    @Test
    public void namesWhatIsWrongWithMoney() {
        refusesMoney("\"12.505\"", "\"USD\"", "amount.amount", "must have at most 2 decimals");
        refusesMoney("\"12.5\"", "\"JPY\"", "amount.amount", "must have at most 0 decimals");
        for (String amount : List.of("1e3", "ten", "", " 1", "+1", ".5", "1.", "01", "1,5", "9".repeat(40), "NaN")) {
            refusesMoney("\"" + amount + "\"", "\"USD\"", "amount.amount", "must be an amount as in 12.50");
        }
        refusesMoney("12.50", "\"USD\"", "amount.amount", "must be a text");
        refusesMoney("null", "\"USD\"", "amount.amount", "must be a text");
        refusesMoney("\"12.50\"", "\"XXY\"", "amount.currency", "must be the code of a currency");
        refusesMoney("\"12.50\"", "840", "amount.currency", "must be a text");
        refuses("{\"amount\":{\"currency\":\"USD\"}}", "amount.amount", "is required");
        refuses("{\"amount\":{\"amount\":\"1\"}}", "amount.currency", "is required");
        refuses(
                "{\"amount\":{\"amount\":\"1\",\"currency\":\"USD\",\"tip\":\"1\"}}",
                "amount.tip",
                "is not known here");
        refuses("{\"amount\":\"10.00\"}", "amount", "must be an object as in");
        refuses("{\"amount\":10}", "amount", "must be an object as in");
        refuses("{\"amount\":[]}", "amount", "must be an object as in");
    }

    @Test
    public void readsMoneyWithFewerDecimals() {
        Answer answer = API.post("/forms", "{\"amount\":{\"amount\":\"12.5\",\"currency\":\"USD\"}}")
                .send();

        assertThat(answer.json().at("/amount/amount").asText()).isEqualTo("12.50");
    }

    @Test
    public void refusesWhatIsNoJson() {
        for (String body : List.of(
                "{\"name\": \"ada@mail.example\", ",
                "{\"name\": \"ada@mail.example\"} trailing",
                "{\"name\": \"ada@mail.example\"}{}",
                "{\"name\": \"a\", \"name\": \"ada@mail.example\"}",
                "{'name': 'ada@mail.example'}",
                "{\"name\": \"ada@mail.example\u0001\"}",
                "{\"amount\": {\"amount\": \"1\", \"amount\": \"ada@mail.example\", \"currency\": \"USD\"}}",
                "{\"count\": NaN}",
                "{\"count\": 1" + "0".repeat(100) + "}",
                "name=ada@mail.example")) {
            Answer answer = API.post("/forms", body).send();

            assertThat(answer.status()).as(body + " " + answer).isEqualTo(400);
            assertThat(answer.json().path("type").asText()).endsWith("/malformed-json");
            assertThat(answer.text()).doesNotContain("ada@mail.example").doesNotContain("Exception");
        }
    }

    @Test
    public void refusesWhatGoesTooDeep() {
        assertThat(API.post("/forms/tree", "[".repeat(32) + "]".repeat(32))
                        .send()
                        .status())
                .isEqualTo(200);

        Answer deeper = API.post("/forms/tree", "[".repeat(33) + "]".repeat(33)).send();

        assertThat(deeper.status()).as(deeper.toString()).isEqualTo(400);
        assertThat(deeper.json().path("type").asText()).endsWith("/malformed-json");
    }

    @Test
    public void refusesNoBodyAtAll() {
        for (String body : List.of("", "   ", "null")) {
            Answer answer = API.post("/forms", body).send();

            assertThat(answer.status()).as(body + " " + answer).isEqualTo(400);
            assertThat(answer.json().path("type").asText()).endsWith("/missing-body");
        }
        Answer untyped = API.call("POST", "/forms").send();
        assertThat(untyped.status()).as(untyped.toString()).isEqualTo(400);
        assertThat(untyped.header("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    public void refusesLettersThatAreNoUtf8() {
        Answer answer = API.call("POST", "/forms")
                .header("Content-Type", "application/json")
                .bytes(new byte[] {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xe4, '"', '}'})
                .send();

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    }

    @Test
    public void handsBytesOnAsTheyAre() {
        Answer answer = API.call("POST", "/forms/bytes")
                .header("Content-Type", "application/json")
                .body("{ not even JSON")
                .send();

        assertThat(answer.text()).as(answer.toString()).isEqualTo("{\"items\":[15],\"next\":null}");
    }

    private static void refusesMoney(String amount, String currency, String field, String message) {
        refuses("{\"amount\":{\"amount\":" + amount + ",\"currency\":" + currency + "}}", field, message);
    }

    private static void refuses(String body, String field, String message) {
        Answer answer = API.post("/forms", body).send();

        assertThat(answer.status()).as(body + " " + answer).isEqualTo(422);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.json().at("/errors/0/field").asText()).as(body).isEqualTo(field);
        assertThat(answer.json().at("/errors/0/message").asText()).as(body).contains(message);
        assertThat(answer.json().path("detail").asText()).contains(field);
    }
}
