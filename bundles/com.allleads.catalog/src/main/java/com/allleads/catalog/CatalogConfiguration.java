package com.allleads.catalog;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an operator can set about services. */
@ObjectClassDefinition(name = "AllLeads catalogue", description = "The services for sale and their delivery.")
@interface CatalogConfiguration {

    @AttributeDefinition(
            name = "Longest delivery",
            description = "Days within which a service that is delivered later must be delivered at most, 1 to 3650."
                    + " For so long the price may be set aside.")
    int delivery_days_most() default 90;
}
