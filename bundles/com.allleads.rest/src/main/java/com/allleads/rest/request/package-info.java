/** A request as all of this bundle sees it: with its body in memory, within limits. */
package com.allleads.rest.request;
