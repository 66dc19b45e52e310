/** Restoring: the site closes, its tables are replaced, erasures are replayed, and it opens again. */
package com.allleads.backup.restore;
