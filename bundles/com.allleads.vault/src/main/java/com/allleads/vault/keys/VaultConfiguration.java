package com.allleads.vault.keys;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How many keys stay in memory. */
@ObjectClassDefinition(name = "AllLeads vault", description = "Personal data.")
@interface VaultConfiguration {

    @AttributeDefinition(
            name = "Keys in memory",
            description = "How many people's keys are kept in memory, unwrapped, 0 to 1000000.")
    int keys_cached() default 10_000;

    @AttributeDefinition(
            name = "Age of keys in memory",
            description = "Seconds after which a key is read from the key store again, 1 to 86400.")
    int keys_cached_seconds() default 300;
}
