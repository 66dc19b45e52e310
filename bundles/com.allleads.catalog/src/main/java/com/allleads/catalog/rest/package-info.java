/** REST resources of the catalogue. */
package com.allleads.catalog.rest;
