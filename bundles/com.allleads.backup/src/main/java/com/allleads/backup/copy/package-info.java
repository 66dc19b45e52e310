/** What is copied: tables, rows and their digests, the same for every database. */
package com.allleads.backup.copy;
