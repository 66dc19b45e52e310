/** Announcements that concern the service itself: made by operators, sent to everybody with an active account. */
package com.allleads.notification.announcement;
