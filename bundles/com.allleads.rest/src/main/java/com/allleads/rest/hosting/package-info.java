/** Starts a server for each resource that a bundle brings, and ends it when the resource goes. */
package com.allleads.rest.hosting;
