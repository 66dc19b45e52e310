/** Messages to people: what to say, to whom, for what reason. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package com.allleads.api.notification;
