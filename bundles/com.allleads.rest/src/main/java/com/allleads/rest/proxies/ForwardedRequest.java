package com.allleads.rest.proxies;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;

/** A request as the outermost trusted proxy got it. */
final class ForwardedRequest extends HttpServletRequestWrapper {

    private static final String HOST = "Host";
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private final Forwarding forwarding;

    ForwardedRequest(HttpServletRequest request, Forwarding forwarding) {
        super(request);
        this.forwarding = forwarding;
    }

    @Override
    public String getRemoteAddr() {
        return forwarding.client().orElseGet(super::getRemoteAddr);
    }

    /** Names are not looked up. */
    @Override
    public String getRemoteHost() {
        return getRemoteAddr();
    }

    @Override
    public String getScheme() {
        return forwarding.scheme().orElseGet(super::getScheme);
    }

    @Override
    public boolean isSecure() {
        return forwarding.scheme().map("https"::equals).orElseGet(super::isSecure);
    }

    @Override
    public String getServerName() {
        return forwarding.host().map(host -> host.replaceFirst(":[0-9]+$", "")).orElseGet(super::getServerName);
    }

    @Override
    public int getServerPort() {
        if (forwarding.host().isEmpty() && forwarding.scheme().isEmpty()) {
            return super.getServerPort();
        }
        String host = forwarding.host().orElse("");
        if (host.matches(".*:[0-9]{1,5}")) {
            return Integer.parseInt(host.substring(host.lastIndexOf(':') + 1));
        }
        return isSecure() ? HTTPS_PORT : HTTP_PORT;
    }

    @Override
    public StringBuffer getRequestURL() {
        int port = getServerPort();
        boolean usual = port == (isSecure() ? HTTPS_PORT : HTTP_PORT);
        return new StringBuffer(getScheme())
                .append("://")
                .append(getServerName())
                .append(usual ? "" : ":" + port)
                .append(getRequestURI());
    }

    @Override
    public String getHeader(String name) {
        return HOST.equalsIgnoreCase(name)
                ? forwarding.host().orElseGet(() -> super.getHeader(name))
                : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return HOST.equalsIgnoreCase(name) && forwarding.host().isPresent()
                ? Collections.enumeration(List.of(forwarding.host().get()))
                : super.getHeaders(name);
    }
}
