/** The console commands of the vault. None names a person. */
package com.allleads.vault.console;
