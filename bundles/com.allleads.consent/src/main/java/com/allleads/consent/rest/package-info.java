/** The REST resources of consent. */
package com.allleads.consent.rest;
