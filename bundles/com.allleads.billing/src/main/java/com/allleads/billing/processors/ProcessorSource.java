package com.allleads.billing.processors;

import com.allleads.spi.payment.CardProcessor;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;

/**
 * Where a processor comes from.
 *
 * @param service the service's number; larger ones are newer
 * @param bundle the bundle's number
 * @param symbolicName the bundle's name
 * @param version the bundle's version
 * @param modified when the bundle was installed or updated last
 * @param ranking the service's ranking; the higher, the earlier it is offered for new cards
 */
public record ProcessorSource(
        long service, long bundle, String symbolicName, Version version, long modified, int ranking) {

    static ProcessorSource of(ServiceReference<CardProcessor> reference) {
        Bundle bundle = reference.getBundle();
        return new ProcessorSource(
                (Long) reference.getProperty(Constants.SERVICE_ID),
                bundle.getBundleId(),
                bundle.getSymbolicName(),
                bundle.getVersion(),
                bundle.getLastModified(),
                reference.getProperty(Constants.SERVICE_RANKING) instanceof Integer ranking ? ranking : 0);
    }

    /** Names this installation of this bundle and no other, also not a later one of the same name. */
    String installation() {
        return symbolicName + ";" + version + ";" + bundle + ";" + modified;
    }

    /** For messages. */
    @Override
    public String toString() {
        return symbolicName + " " + version + " [" + bundle + "]";
    }
}
