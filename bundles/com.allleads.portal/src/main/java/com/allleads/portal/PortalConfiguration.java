package com.allleads.portal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How the web pages present themselves. */
@ObjectClassDefinition(name = "AllLeads portal", description = "How the web pages present themselves.")
public @interface PortalConfiguration {

    @AttributeDefinition(name = "Name of the site", description = "What the pages call the site, 1 to 60 characters.")
    String site_name() default "AllLeads";

    @AttributeDefinition(
            name = "Largest form",
            description = "How many kilobytes a submitted form may have, 8 to 1024; a larger one is refused.")
    int form_limit_kilobytes() default 64;
}
