/** Commands for operators. */
package com.allleads.notification.console;
