/** Purposes, collection points, decisions of people and their receipts. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package com.allleads.api.consent;
