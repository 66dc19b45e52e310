package com.allleads.rest.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.ws.rs.Consumes;
import javax.ws.rs.Produces;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.StreamingOutput;
import javax.ws.rs.ext.MessageBodyReader;
import javax.ws.rs.ext.MessageBodyWriter;
import javax.ws.rs.ext.Provider;

/** Reads and writes the JSON of one resource. What is text or bytes already is left to JAX-RS. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class JsonBodies implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

    private final ObjectMapper mapper = PlatformJson.mapper();
    private final Map<Type, ObjectReader> readers = new ConcurrentHashMap<>();
    private final Map<Type, ObjectWriter> writers = new ConcurrentHashMap<>();

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return !isRaw(type);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        byte[] json = body.readAllBytes();
        ObjectReader reader = readers.computeIfAbsent(generic, known -> mapper.readerFor(mapper.constructType(known)));
        try (JsonParser parser = reader.createParser(json)) {
            if (parser.nextToken() == null) {
                throw JsonRefusal.missing().exception();
            }
            Object value = reader.readValue(parser);
            if (value == null) {
                throw JsonRefusal.missing().exception();
            }
            if (parser.nextToken() != null) {
                throw JsonRefusal.malformed(parser.currentTokenLocation()).exception();
            }
            return value;
        } catch (JsonProcessingException e) {
            throw JsonRefusal.of(e).orElseThrow(() -> e).exception();
        }
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return !isRaw(type);
    }

    /** Written into memory first, so that what cannot be written becomes a problem and not half an answer. */
    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        ObjectWriter writer = writers.computeIfAbsent(generic, known -> mapper.writerFor(mapper.constructType(known)));
        byte[] json = writer.writeValueAsBytes(value);
        headers.putSingle(HttpHeaders.CONTENT_LENGTH, json.length);
        out.write(json);
    }

    private static boolean isRaw(Class<?> type) {
        return type == byte[].class
                || Stream.of(CharSequence.class, InputStream.class, Reader.class, StreamingOutput.class)
                        .anyMatch(raw -> raw.isAssignableFrom(type));
    }
}
