/** Where people stand, from memory, for gifs and pages. */
package com.allleads.consent.cache;
