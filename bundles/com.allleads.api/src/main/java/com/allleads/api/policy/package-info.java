/** The promises of the privacy policy with their evidence, and the outside parties. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package com.allleads.api.policy;
