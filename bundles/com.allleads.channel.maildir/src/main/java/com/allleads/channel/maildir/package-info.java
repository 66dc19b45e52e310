/** Mail to a folder of this machine, so that a new installation reaches people's mail programs without a server. */
package com.allleads.channel.maildir;
