/** The extension point by which a capability brings REST resources, and what all of them share. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package com.allleads.api.rest;
