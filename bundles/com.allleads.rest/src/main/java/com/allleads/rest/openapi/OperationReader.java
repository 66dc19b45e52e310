package com.allleads.rest.openapi;

import com.allleads.api.rest.Access;
import com.allleads.api.rest.Answers;
import com.allleads.api.rest.Idempotent;
import com.allleads.api.rest.Paging;
import com.allleads.api.rest.Summary;
import com.allleads.api.rest.Takes;
import com.allleads.rest.problems.ProblemAnswer;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import javax.ws.rs.Consumes;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Response;

/** Describes a resource method by its annotations and types. */
final class OperationReader {

    static final String SESSION_TOKEN = "sessionToken";
    static final String SESSION_COOKIE = "sessionCookie";
    static final String OPERATOR = "operator";
    static final String OPERATOR_COOKIE = "operatorCookie";

    private final Schemas schemas;

    OperationReader(Schemas schemas) {
        this.schemas = schemas;
    }

    Operation read(Class<?> resource, Method method) {
        String tag = SchemaNames.ofResource(resource);
        Operation operation = new Operation().addTagsItem(tag).operationId(tag + "-" + method.getName());
        java.lang.reflect.Parameter[] parameters = method.getParameters();
        Type[] types = method.getGenericParameterTypes();
        for (int i = 0; i < parameters.length; i++) {
            Takes takes = parameters[i].getAnnotation(Takes.class);
            Type type = takes == null ? types[i] : takes.value();
            addParameter(operation, parameters[i], type, mediaTypes(Consumes.class, method, resource));
        }
        if (method.isAnnotationPresent(Idempotent.class)) {
            operation.addParametersItem(idempotencyKey());
        }
        describe(operation, method);
        secure(operation, access(method, resource));
        return operation.responses(responses(method, mediaTypes(Produces.class, method, resource)));
    }

    private void addParameter(Operation operation, java.lang.reflect.Parameter from, Type type, String[] mediaTypes) {
        for (Annotation annotation : from.getAnnotations()) {
            if (annotation instanceof PathParam path) {
                operation.addParametersItem(
                        parameter("path", path.value(), type).required(true));
            } else if (annotation instanceof QueryParam query) {
                operation.addParametersItem(query(query.value(), type));
            } else if (annotation instanceof HeaderParam header) {
                operation.addParametersItem(parameter("header", header.value(), type));
            }
        }
        if (Stream.of(from.getAnnotations()).allMatch(Takes.class::isInstance)) {
            operation.requestBody(new RequestBody().required(true).content(content(type, mediaTypes)));
        }
    }

    /** Every list is paged alike. */
    private Parameter query(String name, Type type) {
        return switch (name) {
            case "limit" ->
                parameter("query", name, type)
                        .description("How many items at most.")
                        .schema(new IntegerSchema()
                                ._default(Paging.DEFAULT_LIMIT)
                                .minimum(BigDecimal.ONE)
                                .maximum(BigDecimal.valueOf(Paging.DEFAULT_LIMIT)));
            case "cursor" ->
                parameter("query", name, type).description("Where to go on: the next of an earlier answer.");
            default -> parameter("query", name, type);
        };
    }

    private Parameter parameter(String in, String name, Type type) {
        return new Parameter().in(in).name(name).schema(schemas.of(type));
    }

    private static void describe(Operation operation, Method method) {
        Summary summary = method.getAnnotation(Summary.class);
        if (summary == null) {
            return;
        }
        operation.summary(summary.value());
        if (operation.getRequestBody() != null && !summary.example().isEmpty()) {
            operation.getRequestBody().getContent().values().forEach(body -> body.example(parsed(summary.example())));
        }
    }

    private static Object parsed(String example) {
        try {
            return Json.mapper().readTree(example);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an example is no JSON", e);
        }
    }

    private static Parameter idempotencyKey() {
        return new Parameter()
                .in("header")
                .name("Idempotency-Key")
                .required(true)
                .description("Marks repetitions of one request; the same key and body get the first answer again.")
                .schema(new StringSchema().minLength(1).maxLength(255));
    }

    private static void secure(Operation operation, Optional<Access.Role> role) {
        if (role.filter(who -> who == Access.Role.PERSON).isPresent()) {
            operation.addSecurityItem(new SecurityRequirement().addList(SESSION_TOKEN));
            operation.addSecurityItem(new SecurityRequirement().addList(SESSION_COOKIE));
        } else if (role.filter(who -> who != Access.Role.PUBLIC).isPresent()) {
            operation.addSecurityItem(new SecurityRequirement().addList(OPERATOR));
            operation.addSecurityItem(new SecurityRequirement().addList(SESSION_TOKEN));
            operation.addSecurityItem(new SecurityRequirement().addList(OPERATOR_COOKIE));
        }
    }

    private ApiResponses responses(Method method, String[] mediaTypes) {
        ApiResponse problem = new ApiResponse()
                .description("A problem.")
                .content(new Content()
                        .addMediaType(
                                ProblemAnswer.MEDIA_TYPE,
                                new MediaType().schema(new Schema<>().$ref(Schemas.PROBLEM))));
        return new ApiResponses()
                .addApiResponse(status(method), success(method, mediaTypes))
                .addApiResponse("default", problem);
    }

    private static String status(Method method) {
        Answers answers = method.getAnnotation(Answers.class);
        if (answers != null) {
            return Integer.toString(answers.status());
        }
        if (method.getReturnType() == void.class) {
            return "204";
        }
        return method.getReturnType() == Response.class ? "2XX" : "200";
    }

    private ApiResponse success(Method method, String[] mediaTypes) {
        Answers answers = method.getAnnotation(Answers.class);
        Type body = answers == null ? method.getGenericReturnType() : answers.body();
        ApiResponse response = new ApiResponse().description("Done.");
        boolean none = Stream.<Type>of(void.class, Void.class, Response.class).anyMatch(body::equals);
        return none ? response : response.content(content(body, mediaTypes));
    }

    private Content content(Type type, String[] mediaTypes) {
        Content content = new Content();
        for (String mediaType : mediaTypes) {
            content.addMediaType(mediaType, new MediaType().schema(schemas.of(type)));
        }
        return content;
    }

    private static Optional<Access.Role> access(Method method, Class<?> resource) {
        return annotation(Access.class, method, resource).map(Access::value);
    }

    private static String[] mediaTypes(Class<? extends Annotation> kind, Method method, Class<?> resource) {
        return annotation(kind, method, resource)
                .map(found -> found instanceof Consumes consumes ? consumes.value() : ((Produces) found).value())
                .orElse(new String[] {javax.ws.rs.core.MediaType.WILDCARD});
    }

    private static <A extends Annotation> Optional<A> annotation(Class<A> kind, AnnotatedElement... places) {
        return Stream.of(places)
                .map(place -> place.getAnnotation(kind))
                .filter(found -> found != null)
                .findFirst();
    }
}
