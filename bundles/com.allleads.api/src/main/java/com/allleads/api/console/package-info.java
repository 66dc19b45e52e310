/** How console commands of every capability print, know who is there and refuse. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package com.allleads.api.console;
