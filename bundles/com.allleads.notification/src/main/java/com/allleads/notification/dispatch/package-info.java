/** Sends what is in the outbox: claims, decides, writes the text, hands over, and notes what became of it. */
package com.allleads.notification.dispatch;
