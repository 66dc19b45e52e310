/** Gathers what bundles measure and shows it to Prometheus. */
package com.allleads.metrics;
