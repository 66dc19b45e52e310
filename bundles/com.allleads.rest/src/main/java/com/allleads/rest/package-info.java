/** Serves {@code /api/v1}: reads requests within limits, finds the resource that a bundle brought, and hands over to it. */
package com.allleads.rest;
