/** Accounts and signed-in sessions. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.4.0")
package com.allleads.api.registration;
