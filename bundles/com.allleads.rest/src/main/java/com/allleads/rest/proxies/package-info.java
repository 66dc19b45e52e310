/** Who called when a proxy stands in front of the site. */
package com.allleads.rest.proxies;
