/** When people may be asked again about what they have not agreed to. */
package com.allleads.consent.asking;
