/** Operators of the site: who they are, what they may do, and their signed-in sessions. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package com.allleads.api.operator;
