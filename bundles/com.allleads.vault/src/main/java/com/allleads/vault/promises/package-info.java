/** The evidence for the promises that the vault keeps. */
package com.allleads.vault.promises;
