package com.allleads.rest.openapi;

import com.allleads.api.operator.OperatorCookie;
import com.allleads.api.registration.Sessions;
import com.allleads.rest.hosting.ServedResource;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.Path;

/** Puts the document together. */
final class ApiDescription {

    private final Schemas schemas = new Schemas();
    private final OperationReader operations = new OperationReader(schemas);
    private final Paths paths = new Paths();

    private ApiDescription() {}

    /** The document about these resources, as JSON. */
    static byte[] of(Collection<ServedResource> resources) {
        ApiDescription description = new ApiDescription();
        resources.stream().sorted(Comparator.comparing(ServedResource::prefix)).forEach(description::add);
        try {
            return Json.mapper().writeValueAsBytes(description.document());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("every document has a JSON form", impossible);
        }
    }

    private void add(ServedResource resource) {
        Stream.of(resource.type().getMethods())
                .filter(method -> httpMethod(method).isPresent())
                .sorted(Comparator.comparing(Method::getName))
                .forEach(method -> add(resource, method));
    }

    private void add(ServedResource resource, Method method) {
        String path = resource.prefix() + below(method);
        PathItem item = paths.computeIfAbsent(path, unknown -> new PathItem());
        item.operation(
                PathItem.HttpMethod.valueOf(httpMethod(method).orElseThrow()),
                operations.read(resource.type(), method));
    }

    private static Optional<String> httpMethod(Method method) {
        return Stream.of(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(found -> found != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    /** Without the regular expressions that templates may have. */
    private static String below(Method method) {
        Path path = method.getAnnotation(Path.class);
        if (path == null) {
            return "";
        }
        String template = path.value().replaceAll("\\{\\s*([^:}\\s]+)\\s*:[^{}]*(\\{[^}]*})?[^{}]*}", "{$1}");
        return template.startsWith("/") ? template : "/" + template;
    }

    private OpenAPI document() {
        return new OpenAPI()
                .info(new Info()
                        .title("AllLeads")
                        .version("1")
                        .description("What this site serves at this moment. Money is a text and a currency; times are"
                                + " RFC 3339 in UTC; every error is a problem of RFC 9457; lists go on at the"
                                + " cursor that next names."))
                .servers(List.of(new Server().url("/api/v1")))
                .paths(paths)
                .components(new Components()
                        .schemas(schemas.named())
                        .addSecuritySchemes(
                                OperationReader.SESSION_TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer"))
                        .addSecuritySchemes(
                                OperationReader.SESSION_COOKIE,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.COOKIE)
                                        .name(Sessions.COOKIE))
                        .addSecuritySchemes(
                                OperationReader.OPERATOR_COOKIE,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.COOKIE)
                                        .name(OperatorCookie.NAME))
                        .addSecuritySchemes(
                                OperationReader.OPERATOR,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")));
    }
}
