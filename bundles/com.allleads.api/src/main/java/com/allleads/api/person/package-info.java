/** Who a person is to the platform: a random identifier that says nothing. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package com.allleads.api.person;
