/** Who calls, and what they may. */
package com.allleads.rest.access;
