/** Backups: made while the site runs, encrypted, and good only once they were restored. */
package com.allleads.backup;
