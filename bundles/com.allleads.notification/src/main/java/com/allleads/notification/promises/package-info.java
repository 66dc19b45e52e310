/** The evidence for the promises that notification keeps. */
package com.allleads.notification.promises;
