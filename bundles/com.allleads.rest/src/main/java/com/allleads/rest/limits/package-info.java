/** How often one address may try. */
package com.allleads.rest.limits;
