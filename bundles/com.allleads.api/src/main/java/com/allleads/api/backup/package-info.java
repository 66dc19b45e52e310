/** Backups: what capabilities have to say about restored data, and until when a backup may hold somebody's key. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package com.allleads.api.backup;
