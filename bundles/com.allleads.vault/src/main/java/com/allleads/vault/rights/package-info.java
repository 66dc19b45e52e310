/** What people may ask for: everything that is held about them. */
package com.allleads.vault.rights;
