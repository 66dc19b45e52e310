package com.allleads.backup;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Where backups are written, when, and how long they are kept. */
@ObjectClassDefinition(name = "AllLeads backups", description = "Encrypted backups, verified by restoring.")
@interface BackupConfiguration {

    @AttributeDefinition(
            name = "Folder",
            description = "Where backups are written; from the instance's folder where it does not begin with /.")
    String folder() default "backups";

    @AttributeDefinition(name = "At", description = "When a backup is made each night, as 03:15 in UTC, or never.")
    String at() default "03:15";

    @AttributeDefinition(name = "Days kept", description = "How many days backups of the data are kept, 1 to 3650.")
    int kept_days() default 14;

    @AttributeDefinition(
            name = "Days the keys are kept",
            description = "How many days the backup of the key store is kept at most, 1 to 30.")
    int keys_kept_days() default 30;

    @AttributeDefinition(
            name = "Age of the last verified backup",
            description = "How many hours old it may be, 1 to 8760, before security.loss is unproven.")
    int verified_hours() default 36;
}
