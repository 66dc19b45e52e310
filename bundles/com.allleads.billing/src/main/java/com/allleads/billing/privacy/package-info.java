/** What billing tells people about their data: what it is for, what is asked, what is held. */
package com.allleads.billing.privacy;
