package com.allleads.rest.access;

import com.allleads.api.rest.IdempotencyKey;
import com.allleads.rest.request.ApiRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.ws.rs.ext.Provider;
import org.apache.cxf.jaxrs.ext.ContextProvider;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;

/** What a resource method gets for {@code @Context IdempotencyKey}. */
@Provider
public final class IdempotencyKeys implements ContextProvider<IdempotencyKey> {

    @Override
    public IdempotencyKey createContext(Message message) {
        ApiRequest request = (ApiRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST);
        return new IdempotencyKey(IdempotencyHeader.check(request), digest(request));
    }

    /** A line each for method and path, so that nothing else gives the same bytes. */
    private static String digest(ApiRequest request) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((request.getMethod() + "\n" + request.getRequestURI() + "\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            return HexFormat.of().formatHex(digest.digest(request.body()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
