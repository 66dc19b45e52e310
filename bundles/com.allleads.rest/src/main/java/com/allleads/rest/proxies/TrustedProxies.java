package com.allleads.rest.proxies;

import com.allleads.api.config.Setting;
import com.allleads.rest.RestConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletRequest;

/**
 * The proxies in front of the site, as configured.
 *
 * @param ranges where they are
 * @param standard whether they speak by {@code Forwarded}; else by {@code X-Forwarded-*}
 */
public record TrustedProxies(List<AddressRange> ranges, boolean standard) {

    /**
     * Reads what is configured.
     *
     * @param addresses the value of {@code trusted.proxies}
     * @param headers the value of {@code proxy.headers}
     * @throws com.allleads.api.config.InvalidConfigurationException naming the key
     */
    public static TrustedProxies of(String addresses, String headers) {
        Setting setting = Setting.of(RestConfiguration.PID);
        List<AddressRange> ranges = new ArrayList<>();
        Stream.of(addresses.split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> AddressRange.parse(text)
                        .orElseThrow(() -> setting.refuse(
                                "trusted.proxies", "must be addresses or networks, as in 10.0.0.0/8, not " + text)))
                .forEach(ranges::add);
        boolean standard =
                switch (headers.strip()) {
                    case "x-forwarded" -> false;
                    case "forwarded" -> true;
                    default -> throw setting.refuse("proxy.headers", "must be x-forwarded or forwarded");
                };
        return new TrustedProxies(ranges, standard);
    }

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** The request as its client made it, where a trusted proxy hands it on; else itself. */
    HttpServletRequest unwrap(HttpServletRequest request) {
        if (!contains(request.getRemoteAddr())) {
            return request;
        }
        Forwarding forwarding = standard
                ? Forwarding.ofStandardHeader(request, this::contains)
                : Forwarding.ofXHeaders(request, this::contains);
        return new ForwardedRequest(request, forwarding);
    }

    private boolean contains(String address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }
}
