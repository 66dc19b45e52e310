/** Secrets of the platform, kept in files that only their owner can read. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package com.allleads.api.secret;
