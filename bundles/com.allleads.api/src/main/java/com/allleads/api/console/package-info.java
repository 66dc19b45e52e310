/** How console commands of every capability print: a table for people, JSON for scripts. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package com.allleads.api.console;
