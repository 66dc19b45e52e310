/** The pages of the catalogue: services to order, and a person's orders. */
package com.allleads.catalog.pages;
