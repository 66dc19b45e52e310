/**
 * Keeps Karaf's features in step with what an operator does to bundles: whose bundle was uninstalled is not required any more.
 * Knows no capability and no adapter.
 */
package com.allleads.provisioning;
