/** Metrics on the console. */
package com.allleads.metrics.console;
