/** The record of what operators did, with who, why and what came of it. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package com.allleads.api.audit;
