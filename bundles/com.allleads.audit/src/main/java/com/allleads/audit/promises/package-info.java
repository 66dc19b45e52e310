/** What the record of operators' acts proves. */
package com.allleads.audit.promises;
