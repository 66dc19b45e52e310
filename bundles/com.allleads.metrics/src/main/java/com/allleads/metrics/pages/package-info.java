/** Metrics on a page. */
package com.allleads.metrics.pages;
