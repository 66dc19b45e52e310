/** The operators' pages about messages. */
package com.allleads.notification.pages;
