/**
 * What every outside party says about itself before it gets anything: who it is, what it receives, what it keeps and
 * for what.
 *
 * <p>Source: promises {@code processors.bound} and {@code choice.outside-parties}.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package com.allleads.spi.party;
