/** The store: tables that are ready, transactions across capabilities, group commit and grouped reads. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.5.0")
package com.allleads.api.store;
