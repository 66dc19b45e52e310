/** The store: tables that are ready, transactions across capabilities, and group commit. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package com.allleads.api.store;
