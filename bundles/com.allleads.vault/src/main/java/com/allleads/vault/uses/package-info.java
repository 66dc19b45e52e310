/** The record of uses: group-committed before anything is revealed, and chained so that alterations show. */
package com.allleads.vault.uses;
