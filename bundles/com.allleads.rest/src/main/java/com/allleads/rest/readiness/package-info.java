/** Whether the site serves, and what is missing where it does not. */
package com.allleads.rest.readiness;
