/** Statements of the site that anybody can verify offline. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package com.allleads.api.proof;
