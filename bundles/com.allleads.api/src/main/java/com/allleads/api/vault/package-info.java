/** Personal data: read only for a purpose, every use written down. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package com.allleads.api.vault;
