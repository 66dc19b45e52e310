/** Backups as files: encrypted, complete or not there, with what is known about each. */
package com.allleads.backup.files;
