/** The one place where personal data is. */
package com.allleads.vault;
