/** How long each personal field is kept, and the sweep that deletes what is past it. */
package com.allleads.vault.retention;
