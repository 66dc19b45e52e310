/** The services for sale, and the orders that spend the prepaid balance on them. */
package com.allleads.catalog;
