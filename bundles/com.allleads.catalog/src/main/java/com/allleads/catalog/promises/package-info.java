/** What the catalogue can prove of the policy's promises. */
package com.allleads.catalog.promises;
