/** A key per person, in a store of their own; the key files; encryption. */
package com.allleads.vault.keys;
