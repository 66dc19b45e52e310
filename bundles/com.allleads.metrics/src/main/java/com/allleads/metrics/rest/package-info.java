/** Metrics by REST. */
package com.allleads.metrics.rest;
