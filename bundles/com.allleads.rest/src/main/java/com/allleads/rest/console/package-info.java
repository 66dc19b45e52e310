/** Console commands. */
package com.allleads.rest.console;
