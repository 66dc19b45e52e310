package com.allleads.rest.request;

import com.allleads.rest.RestSettings;
import javax.servlet.http.HttpServletRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads requests within the configured limit. */
@Component(service = RequestReader.class)
public final class RequestReader {

    private final RestSettings settings;

    @Activate
    public RequestReader(@Reference RestSettings settings) {
        this.settings = settings;
    }

    /**
     * Reads a request with its body.
     *
     * @throws com.allleads.api.rest.ProblemException where it cannot be read
     */
    public ApiRequest read(HttpServletRequest request) {
        return ApiRequest.read(request, settings.now().bodyLimit());
    }
}
