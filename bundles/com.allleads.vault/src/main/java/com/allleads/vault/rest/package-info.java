/** The REST resources of the vault: what people may know and have erased. */
package com.allleads.vault.rest;
