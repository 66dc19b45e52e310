/** Purposes, collection points, and what people decided: append-only, with the text that they saw. */
package com.allleads.consent;
