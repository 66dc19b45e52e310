package com.allleads.rest.openapi;

import com.allleads.rest.json.PlatformJson;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The schemas of one document. Used once, so that no class is remembered longer. */
final class Schemas {

    static final String PROBLEM = "Problem";

    private final ModelConverters converters = new ModelConverters();

    @SuppressWarnings("rawtypes") // as the model declares it
    private final Map<String, Schema> named = new TreeMap<>();

    Schemas() {
        ObjectMapper mapper = PlatformJson.mapper();
        converters.addConverter(new ModelResolver(mapper, new SchemaNames()));
        converters.addConverter(new PlatformSchemas(mapper));
        named.put(PROBLEM, problem());
    }

    /** The schema of a type; of a class with a name, a reference to it. */
    Schema<?> of(Type type) {
        ResolvedSchema resolved = converters.resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true));
        if (resolved == null || resolved.schema == null) {
            return new Schema<>();
        }
        resolved.referencedSchemas.forEach(named::put);
        return resolved.schema;
    }

    /** Those with names, met so far. */
    @SuppressWarnings("rawtypes")
    Map<String, Schema> named() {
        return named;
    }

    @SuppressWarnings("unchecked") // the model chains by raw types
    private static Schema<?> problem() {
        Schema<?> error = new ObjectSchema()
                .addProperty("field", new StringSchema().description("Its path in the body, or a header or parameter."))
                .addProperty("message", new StringSchema().description("Goes on after the field's name."))
                .required(List.of("field", "message"));
        return new ObjectSchema()
                .description("What is wrong, as in RFC 9457.")
                .addProperty(
                        "type", new StringSchema().format("uri").description("Names the kind of problem for good."))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("What to do about it."))
                .addProperty(
                        "instance", new StringSchema().format("uri").description("Names this occurrence in the log."))
                .addProperty("errors", new ArraySchema().items(error))
                .required(List.of("type", "title", "status"));
    }
}
