/** Money that is set aside until it is known whether it is owed; expires by itself, also after a restart. */
package com.allleads.billing.holds;
