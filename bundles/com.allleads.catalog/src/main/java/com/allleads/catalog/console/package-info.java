/** Console commands of the catalogue. */
package com.allleads.catalog.console;
