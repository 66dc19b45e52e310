package com.allleads.rest.openapi;

import com.allleads.api.person.PersonId;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;

/** The schemas of types whose JSON is not what their class looks like. */
final class PlatformSchemas implements ModelConverter {

    private static final String MONEY = "Money";

    private final ObjectMapper mapper;

    PlatformSchemas(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        JavaType known = mapper.constructType(type.getType());
        if (known.hasRawClass(Money.class)) {
            context.defineModel(MONEY, money());
            return new Schema<>().$ref(MONEY);
        }
        if (known.hasRawClass(PersonId.class)) {
            return new UUIDSchema();
        }
        if (JsonNode.class.isAssignableFrom(known.getRawClass())) {
            return new ObjectSchema().additionalProperties(true);
        }
        Schema<?> schema = others.next().resolve(type, context, others);
        if (schema != null && known.getRawClass().isRecord()) {
            markOptional(known.getRawClass(), model(schema, context));
        }
        return schema;
    }

    private static Schema<?> model(Schema<?> schema, ModelConverterContext context) {
        String reference = schema.get$ref();
        return reference == null
                ? schema
                : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
    }

    /** What is absent is written as null. */
    private static void markOptional(Class<?> type, Schema<?> model) {
        if (model == null || model.getProperties() == null) {
            return;
        }
        Stream.of(type.getRecordComponents())
                .filter(component -> component.getType() == Optional.class)
                .forEach(component -> model.getProperties()
                        .computeIfPresent(component.getName(), (name, schema) -> nullable(schema)));
    }

    /** What stands beside a reference counts for nothing in OpenAPI 3.0. */
    private static Schema<?> nullable(Schema<?> schema) {
        return schema.get$ref() == null
                ? schema.nullable(true)
                : new Schema<>().nullable(true).addAllOfItem(schema);
    }

    @SuppressWarnings("unchecked") // the model chains by raw types
    private static Schema<?> money() {
        return new ObjectSchema()
                .addProperty(
                        "amount",
                        new StringSchema()
                                .pattern("-?(0|[1-9][0-9]{0,13})(\\.[0-9]+)?")
                                .example("12.50"))
                .addProperty("currency", new StringSchema().pattern("[A-Z]{3}").example("USD"))
                .required(List.of("amount", "currency"));
    }
}
