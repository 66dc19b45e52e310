/** How configuration is checked and refused. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package com.allleads.api.config;
