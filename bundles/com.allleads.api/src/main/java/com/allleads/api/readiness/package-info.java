/** How a capability says that it is not ready to serve, and why. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package com.allleads.api.readiness;
