/** What the portal proves of the promises. */
package com.allleads.portal.promises;
