/** Mail through an SMTP server, once one is configured. */
package com.allleads.channel.smtp;
