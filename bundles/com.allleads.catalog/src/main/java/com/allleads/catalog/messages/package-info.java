/** What the catalogue writes to people: what became of orders that were delivered later. */
package com.allleads.catalog.messages;
