package com.allleads.api.portal;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A web page of a capability. Register it as a service; the portal serves it, with layout, navigation, sign-in, forgery
 * protection and headers, until the service goes. Of two pages with one path the one with the higher service ranking is
 * served.
 *
 * <p>Pages work without JavaScript and without cookies. Implementations are safe for use by many threads.
 */
@ConsumerType
public interface Page {

    /** Where the page is and who may see it; constant while the service is registered. */
    PageInfo info();

    /**
     * Answers a request to look at the page ({@link PageRequest#submitted()} is false) or a submitted form. A form that
     * did something answers with {@link PageAnswer.GoTo}, so that a reload does not do it again.
     *
     * @param request the request
     * @return what to show; a {@code ProblemException} thrown instead is shown as an error page
     */
    PageAnswer handle(PageRequest request);
}
