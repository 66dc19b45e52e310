/** Console commands. */
package com.allleads.portal.console;
