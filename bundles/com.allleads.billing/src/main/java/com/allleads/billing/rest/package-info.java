/** The REST resources of billing. */
package com.allleads.billing.rest;
