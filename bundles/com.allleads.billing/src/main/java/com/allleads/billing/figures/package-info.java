/** How much card processors took, and what became of what they were asked. */
package com.allleads.billing.figures;
