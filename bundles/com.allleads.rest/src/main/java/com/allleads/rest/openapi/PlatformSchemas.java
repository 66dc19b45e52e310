package com.allleads.rest.openapi;

import com.allleads.api.person.PersonId;
import com.allleads.api.rest.Omittable;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.BinarySchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import java.lang.reflect.RecordComponent;
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
        if (known.hasRawClass(byte[].class)) {
            return new BinarySchema();
        }
        Schema<?> schema = others.next().resolve(type, context, others);
        if (schema != null && known.isMapLikeType() && known.getContentType().hasRawClass(Object.class)) {
            return schema.additionalProperties(true);
        }
        if (schema != null && known.getRawClass().isRecord()) {
            describe(known.getRawClass(), model(schema, context));
        }
        return schema;
    }

    private static Schema<?> model(Schema<?> schema, ModelConverterContext context) {
        String reference = schema.get$ref();
        return reference == null
                ? schema
                : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static void describe(Class<?> type, Schema<?> model) {
        if (model == null || model.getProperties() == null) {
            return;
        }
        Stream.of(type.getRecordComponents())
                .filter(PlatformSchemas::mayBeNull)
                .forEach(component -> model.getProperties()
                        .computeIfPresent(component.getName(), (name, schema) -> nullable(schema)));
        model.setRequired(Stream.of(type.getRecordComponents())
                .filter(PlatformSchemas::isRequired)
                .map(RecordComponent::getName)
                .filter(model.getProperties()::containsKey)
                .toList());
    }

    /** What is absent from an answer is written as null. */
    private static boolean mayBeNull(RecordComponent component) {
        Omittable omittable = component.getAnnotation(Omittable.class);
        return omittable == null ? component.getType() == Optional.class : omittable.nullable();
    }

    private static boolean isRequired(RecordComponent component) {
        return !component.isAnnotationPresent(Omittable.class)
                && !component.getAccessor().isAnnotationPresent(JsonInclude.class);
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
