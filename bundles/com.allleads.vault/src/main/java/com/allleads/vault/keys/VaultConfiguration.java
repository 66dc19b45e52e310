package com.allleads.vault.keys;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How many keys stay in memory, and how long data is kept. */
@ObjectClassDefinition(name = "AllLeads vault", description = "Personal data.")
public @interface VaultConfiguration {

    @AttributeDefinition(
            name = "Keys in memory",
            description = "How many people's keys are kept in memory, unwrapped, 0 to 1000000.")
    int keys_cached() default 100_000;

    @AttributeDefinition(
            name = "Age of keys in memory",
            description = "Seconds after which a key is read from the key store again, 1 to 86400.")
    int keys_cached_seconds() default 300;

    @AttributeDefinition(
            name = "Retention",
            description =
                    "Days after which personal data of a deactivated account is deleted, where no capability needs a"
                            + " field longer, 1 to 3650.")
    int retention_days() default 30;
}
