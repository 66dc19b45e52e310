/** Commands for operators. */
package com.allleads.backup.console;
