/**
 * What the platform asks of a way to reach people: email or telephone. Implement
 * {@link com.allleads.spi.channel.MessageChannel} and register it as an OSGi service.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package com.allleads.spi.channel;
