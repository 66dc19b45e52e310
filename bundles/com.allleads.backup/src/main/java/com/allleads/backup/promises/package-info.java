/** What the backups prove. */
package com.allleads.backup.promises;
