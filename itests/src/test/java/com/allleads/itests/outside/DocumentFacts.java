package com.allleads.itests.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

/** The document that describes the interface: from its kept copy a client is generated, by itself it is true. */
public class DocumentFacts {

    private static final String KEPT = "docs/openapi.json";
    /** No processor of those that a new site has adds cards on pages of its own. */
    private static final String NOT_FROM_OUTSIDE = "CardSetups-begin";

    private static final String FOUND = "itests/target/openapi.json";

    private final Site site = SiteRule.current();
    private final OpenApiDocument document = OpenApiDocument.of(site);

    @Test
    public void isWhatTheClientIsGeneratedFrom() throws IOException {
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        Path found = Site.root().resolve(FOUND);
        Files.writeString(found, json.writeValueAsString(document.json()) + "\n");
        JsonNode kept = json.readTree(Site.root().resolve(KEPT).toFile());

        assertThat(json.writeValueAsString(document.json()))
                .as("The interface has changed. If it was meant so: cp %s %s", FOUND, KEPT)
                .isEqualTo(json.writeValueAsString(kept));
    }

    @Test
    public void namesEveryOperationOnce() {
        assertThat(document.operations())
                .extracting(OpenApiDocument.Operation::name)
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @Test
    public void saysOfEveryOperationWhatItDoesAndWithWhichStatusItAnswers() {
        assertThat(document.operations()).allSatisfy(operation -> {
            assertThat(operation.json().path("summary").asText())
                    .as(operation.name())
                    .endsWith(".");
            assertThat(operation.successes())
                    .as(operation.name())
                    .hasSize(1)
                    .first()
                    .asString()
                    .matches("20[0-9]");
            assertThat(operation
                            .json()
                            .at("/responses/default/content/application~1problem+json/schema/$ref")
                            .asText())
                    .as(operation.name())
                    .endsWith("/Problem");
        });
    }

    @Test
    public void asksForAKeyWhereMoneyMoves() {
        assertThat(document.operations())
                .filteredOn(operation -> List.of("/me/top-ups", "/me/orders", "/refunds", "/promotional-credits")
                                .contains(operation.path())
                        && operation.method().equals("POST"))
                .hasSize(4)
                .allMatch(OpenApiDocument.Operation::isIdempotent);
    }

    @Test
    public void showsWhatEveryOperationTakes() {
        List<String> without = new ArrayList<>();
        for (OpenApiDocument.Operation operation : document.operations()) {
            if (operation.takesJson() && operation.example().isEmpty()) {
                without.add(operation.name());
            }
        }

        assertThat(without)
                .as("operations with a body and without an example; @Summary has one")
                .isEmpty();
    }

    @Test
    public void showsOnlyWhatIsTaken() {
        Examples examples = new Examples(site, document);

        assertThat(document.operations())
                .filteredOn(operation ->
                        operation.example().isPresent() && !operation.name().equals(NOT_FROM_OUTSIDE))
                .isNotEmpty()
                .allSatisfy(operation -> {
                    Api.Answer answer = examples.send(operation);
                    assertThat(operation.successes())
                            .as("%s is answered with %s", operation.name(), answer)
                            .contains(Integer.toString(answer.status()));
                });
    }
}
