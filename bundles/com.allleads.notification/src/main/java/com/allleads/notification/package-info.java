/** The outbox, the purposes that messages need, and what is held about a person's messages. */
package com.allleads.notification;
