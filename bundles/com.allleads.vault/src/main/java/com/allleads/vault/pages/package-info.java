/** The pages of the vault: what is held about a person, who used it, and erasure. */
package com.allleads.vault.pages;
