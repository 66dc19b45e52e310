/** Corrections of personal data, and who has to be told of them. */
package com.allleads.vault.corrections;
