package com.allleads.rest.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.allleads.api.rest.RestResource;
import com.allleads.rest.testing.Api;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.osgi.framework.ServiceReference;

/** The document describes what is served. */
public class OpenApiTest {

    @Rule
    public final Api api = new Api().with("/me/orders", new Shop.OrdersResource());

    private ServiceReference<RestResource> refunds;

    @Before
    public void serve() {
        refunds = api.services().register("/refunds", 0, new Shop.RefundsResource());
        api.add(refunds);
        api.add(api.services().register("/openapi.json", 0, new OpenApiResource(api.installed())));
    }

    @Test
    public void namesEveryPathBelowItsPrefix() {
        JsonNode document = document();

        assertThat(document.path("openapi").asText()).startsWith("3.0");
        assertThat(document.at("/servers/0/url").asText()).isEqualTo("/api/v1");
        assertThat(document.path("paths").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "/me/orders", "/me/orders/{id}", "/me/orders/{id}/lines/{line}", "/refunds", "/openapi.json");
        assertThat(document.path("paths").path("/me/orders").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("get", "post");
    }

    @Test
    public void comesAndGoesWithTheBundles() {
        assertThat(document().path("paths").has("/refunds")).isTrue();

        api.remove(refunds);

        JsonNode without = document();
        assertThat(without.path("paths").has("/refunds")).isFalse();
        assertThat(without.at("/components/schemas").has("RefundsItem")).isFalse();
    }

    @Test
    public void saysWhoMayCall() {
        JsonNode paths = document().path("paths");

        assertThat(paths.path("/me/orders").at("/get/security").findValue("sessionToken"))
                .isNotNull();
        assertThat(paths.path("/me/orders").at("/get/security").findValue("sessionCookie"))
                .isNotNull();
        assertThat(paths.path("/me/orders/{id}").at("/delete/security").findValue("operator"))
                .isNotNull();
        assertThat(paths.path("/refunds").path("get").has("security")).isFalse();
        assertThat(document()
                        .at("/components/securitySchemes/sessionCookie/name")
                        .asText())
                .isEqualTo("allleads-session");
    }

    @Test
    public void describesParameters() {
        JsonNode paths = document().path("paths");

        JsonNode limit = paths.path("/me/orders").at("/get/parameters/0");
        assertThat(limit.path("name").asText()).isEqualTo("limit");
        assertThat(limit.path("in").asText()).isEqualTo("query");
        assertThat(limit.at("/schema/type").asText()).isEqualTo("integer");
        assertThat(limit.at("/schema/maximum").asInt()).isEqualTo(100);
        assertThat(paths.path("/me/orders").at("/get/parameters")).hasSize(2);
        JsonNode line = paths.path("/me/orders/{id}/lines/{line}").at("/get/parameters/1");
        assertThat(line.path("required").asBoolean()).isTrue();
        assertThat(line.at("/schema/type").asText()).isEqualTo("integer");
        JsonNode key = paths.path("/me/orders").at("/post/parameters/0");
        assertThat(key.path("name").asText()).isEqualTo("Idempotency-Key");
        assertThat(key.path("required").asBoolean()).isTrue();
    }

    @Test
    public void describesBodies() {
        JsonNode document = document();
        JsonNode order = document.path("paths").path("/me/orders").path("post");

        assertThat(ref(order.at("/requestBody/content/application~1json/schema")))
                .isEqualTo("OrdersNewOrder");
        assertThat(ref(order.at("/responses/201/content/application~1json/schema")))
                .isEqualTo("OrdersItem");
        assertThat(ref(order.at("/responses/default/content/application~1problem+json/schema")))
                .isEqualTo("Problem");
        JsonNode item = document.at("/components/schemas/OrdersItem/properties");
        assertThat(ref(item.path("price"))).isEqualTo("Money");
        assertThat(ref(item.at("/discount/allOf/0"))).isEqualTo("Money");
        assertThat(item.at("/discount/nullable").asBoolean()).isTrue();
        assertThat(ref(item.at("/parts/items"))).isEqualTo("Money");
        assertThat(item.at("/at/format").asText()).isEqualTo("date-time");
        assertThat(item.at("/person/format").asText()).isEqualTo("uuid");
        assertThat(item.at("/note/type").asText()).isEqualTo("string");
        assertThat(item.at("/note/nullable").asBoolean()).isTrue();
        assertThat(item.at("/more/type").asText()).isEqualTo("object");
        assertThat(item.at("/way/enum")).hasSize(2);
        JsonNode money = document.at("/components/schemas/Money/properties");
        assertThat(money.at("/amount/type").asText()).isEqualTo("string");
        assertThat(money.at("/currency/type").asText()).isEqualTo("string");
    }

    @Test
    public void saysWhatIsTakenWhereAMethodReadsItItself() {
        JsonNode paths = document().path("paths");

        assertThat(paths.path("/me/orders")
                        .at("/get/parameters/1/schema/format")
                        .asText())
                .isEqualTo("date");
        assertThat(ref(paths.path("/me/orders/{id}").at("/patch/requestBody/content/application~1json/schema")))
                .isEqualTo("OrdersNewOrder");
    }

    @Test
    public void saysWhatIsRequiredAndWhatMayBeNull() {
        JsonNode schemas = document().at("/components/schemas");

        assertThat(texts(schemas.at("/OrdersNewOrder/required"))).containsExactly("service");
        assertThat(schemas.at("/OrdersNewOrder/properties/quantity/nullable").asBoolean())
                .isFalse();
        assertThat(schemas.at("/OrdersNewOrder/properties/note/nullable").asBoolean())
                .isTrue();
        assertThat(texts(schemas.at("/OrdersItem/required"))).contains("id", "price", "note", "discount");
        assertThat(schemas.at("/OrdersItem/properties/more/additionalProperties")
                        .has("type"))
                .isFalse();
    }

    @Test
    public void describesLists() {
        JsonNode document = document();
        String slice = ref(
                document.path("paths").path("/me/orders").at("/get/responses/200/content/application~1json/schema"));

        JsonNode properties = document.at("/components/schemas/" + slice + "/properties");

        assertThat(ref(properties.at("/items/items"))).isEqualTo("OrdersItem");
        assertThat(properties.at("/next/nullable").asBoolean()).isTrue();
    }

    @Test
    public void tellsRecordsOfOneNameApart() {
        JsonNode schemas = document().at("/components/schemas");

        assertThat(schemas.at("/RefundsItem/properties").fieldNames())
                .toIterable()
                .containsExactly("done");
        assertThat(schemas.at("/OrdersItem/properties").has("price")).isTrue();
    }

    @Test
    public void refersOnlyToWhatItDescribes() {
        JsonNode document = document();

        assertThat(document.findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> assertThat(
                        document.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static String ref(JsonNode schema) {
        return schema.path("$ref").asText().replace("#/components/schemas/", "");
    }

    private JsonNode document() {
        return api.get("/openapi.json").send().json();
    }
}
