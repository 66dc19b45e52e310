package com.allleads.rest.request;

import com.allleads.api.config.InvalidConfigurationException;
import com.allleads.api.config.Setting;
import com.allleads.rest.RestConfiguration;
import javax.servlet.http.HttpServletRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads requests within the configured limit. */
@Component(service = RequestReader.class, configurationPid = RestConfiguration.PID)
@Designate(ocd = RestConfiguration.class)
public final class RequestReader {

    private static final Logger LOG = LoggerFactory.getLogger(RequestReader.class);

    private static final int KILOBYTE = 1024;

    private volatile int limit;

    @Activate
    public RequestReader(RestConfiguration configuration) {
        limit = limit(configuration);
    }

    @Modified
    void modified(RestConfiguration configuration) {
        try {
            limit = limit(configuration);
        } catch (InvalidConfigurationException e) {
            LOG.error("{}; the limit stays as it was", e.getMessage());
        }
    }

    /**
     * Reads a request with its body.
     *
     * @throws com.allleads.api.rest.ProblemException where it cannot be read
     */
    public ApiRequest read(HttpServletRequest request) {
        return ApiRequest.read(request, limit);
    }

    private static int limit(RestConfiguration configuration) {
        return KILOBYTE
                * Setting.of(RestConfiguration.PID)
                        .between("body.limit.kilobytes", configuration::body_limit_kilobytes, 1, 10_240);
    }
}
