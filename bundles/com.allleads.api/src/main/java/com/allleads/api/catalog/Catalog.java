package com.allleads.api.catalog;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What is for sale. Safe for use by many threads. */
@ProviderType
public interface Catalog {

    /** The services now for sale, in the order in which they are shown. */
    List<Service> services();
}
